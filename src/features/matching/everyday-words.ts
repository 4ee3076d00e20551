// SPDX-License-Identifier: EUPL-1.2
import { wordsOf } from "./words.ts";

/**
 * Words that hold a post together and say nothing of what it is about: small words, and those that nearly every post has. Never
 * given as a reason; "have" (garden) and "hold" (team) are among them, because they are mostly the verbs.
 */
const list = `
  aldrig alene alle aller allerede alligevel altid altså anden andet andre annonce aftale aftales af at bare begge behov blev blive bliver bort brug bruge
  bruger burde bør da dem den denne der deres derfor derhen des desuden det dette dig din dine disse dit dog du efter efterlyser efterlyses efterlysning
  eller ellers en end endelig endnu engang eneste ens enten er et fandt fast fik finde findes flere flest for foran fordi form fra frit frivillig frivillige frem få får
  føler følge først første før gang gange gennem gerne giv give giver gives godt god gode gratis gør gøre gøres ham han hans har havde have
  heller hel hele hen hende hendes her herfra hjælp hjælpe hjælper hjælpes hold holde holder hos hun hvad hvem hver hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor
  hvornår i igen igennem ikke ind inde inden indtil ingen inkl intet interesseret ja jeg jer jeres jo kan kom komme kommer kontakt kontakte kræver kun kunne
  lade lave laver let lidt lige ligger lille lyst løbende løbet låne lånes man mand mange mangle mangler med meget mellem men mens mere mest
  mig min mindre mindst mine mit mod mulighed måde måske må nede nej nemlig noget nogen nogle nok nu når nær næste næsten og også om omkring op
  oppe os over ovre par perioder plads på ring rigtig sagt samme sammen samt selv selvfølgelig ses sig siden sige sige siger sin sine sit skal skriv skrive skulle små snart som stadig
  stille store stor stort svar synes søg søge søger søges tag tage tager thi tid tidspunkt til tilbage tilbud tilbudt tilbyde tilbyder tilbydes tlf to træf træffes ud ude uden under
  undervejs vel velkommen velkomne venlig venligst venter ved vi via vide vil ville villig vor vore vores være været åbent ønske ønsker ønskes
  mandag mandage tirsdag tirsdage onsdag onsdage torsdag torsdage fredag fredage lørdag lørdage søndag søndage morgen formiddag formiddage formiddagen eftermiddag eftermiddage eftermiddagen aften aftenen aftener
  dag dage dagen uge uger ugen ugentlig ugentligt måned måneder måneden månedlig år året weekend weekenden weekender time timer timen minut minutter klokken
  januar februar marts april maj juni juli august september oktober november december
  én fire fem seks syv otte ni ti elleve tolv fjorten femten seksten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede
  forening foreningen foreninger foreningens foreningers klub klubben klubbens klubber gruppe gruppen grupper folk mennesker menneske person personer medlem medlemmer
  borger borgere deltager deltagere frivilligt hinanden
  about also and any are because been but can could does for from get give have help her here his how just like looking make more need needed needs not
  offer offered offering offers one our out please seek seeking she some someone than that the their them then there they this want wanted was we were what when where
  which who will with would you your
`;

export const everyday: ReadonlySet<string> = new Set(wordsOf(list));
