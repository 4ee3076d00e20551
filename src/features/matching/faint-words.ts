// SPDX-License-Identifier: EUPL-1.2
import { rootOf } from "./stem.ts";
import { wordsOf } from "./words.ts";

/**
 * Words that say a little, but seldom what a post is about: what everybody does, how things are, and what stands in every kind of
 * story. They count less and are never given as a reason. What is a subject somewhere (read, dance, carry, drive) is not among them.
 */
const list = `
  aften alder almindelig almindeligt alvor anbefale anderledes antal arbejde arbejder arm bagefter bagud bagved bange bedre bedst bedste bedt begynde
  begynder begyndte behøve behøver ben bestemme besøge betale betales betalt betyde bidrage billig blande bliver blå bo boede bor bred brede bringe
  bringer bror brun brune bunke by byde byder byen byens bygge chance cirka dags damer datter dejlig dejlige dejligt del dele deler derhjemme derinde
  dernede derude desværre direkte drikke droppe dukke dukker dum dusin dyr dårlig dårligt dække dør efterår egen egentlig eget egne ekstra ellers elske
  elsker endda ender enig enkel enkelte ens erfaring faktisk fald falde faldt fantastisk far fart fast faster fed fedt fejl ferie fin finder fine fleste
  flok flot fod foran forbi forkert fornøjelse forskellig forskellige forstå forstår fortælle fortæller forår fredags fremme fri frisk frokost fuld
  fungere fylde fylder fyldt fået færdig føre fører gade gamle gammel gammelt gerne gift gik gjorde gjort glad glas glemme glæde glæder gribe grine
  griner grund grå græde grøn grønne gul gule gå gået går gæst gæster halv halvdel halve hang hedde hedder held heldigvis hellere helst helt hent hente
  henter hentes herhjemme hjem hjemme hjemmefra hjerte hjørne hold hoved hovedet hud hul hundrede hurtig hurtigt hus huset huske husker hvid hyggelig
  hyggeligt håbe håber hånd hånden hård hænder hænge hænger høj højt høre hører hørt idé inde indenfor interesse jord kaffe kalde kalder kant kasse
  kedelig kende kender kigge kigger kilo kilometer klar klare klarer klares klog klæde knap kold kone konen kop kort koste koster kroner kvart kvarter
  købe køber lader ladet lagt land lang lange langs langsomt langt larme larmer lav lavt le lede leder ledig ledige lejlighed lejligheden let leve lever
  lide lidt ligge ligne ligner liste liv livet luft lukke lukker lukket lyde lyder lys lyse lå lægge lægger lægges lækker længe lære lærer lært lærte
  lød løfte løfter lørdage løsning melder meldt meter midten million miste mor morgen mulige mund måde måden måske mænd møde møder mødes mørk mørke nabo
  naboen naboer nat navn navne nede nem nemt nerver netop nikke nikker nummer ny nye nyhed nyt nå når nærme nødvendig nøjes ofte omtrent opdage opdager
  opgave opleve oppe ord orden ordentlig ordentligt ordne par passe passer pause pege problem præcis prøve prøver punkt påske pæn pænt ramme rar rart
  regne regner rejse rejser ren rent rest resten ret rette rigtige ringe ringer ro rolig roligt rund runde rundt ryg rykke råd række rækker rød røde
  røre sag samle samler samles sammen sat sende sender sendt senere sent ser set sidde sidder siddet side siden sider sidst sidste sikker sikkert sjov
  sjovt sjældent skaffe skammer ske sker skifte skifter skiftet skrev skrevet skriger skriver skyld skæv slags slem slippe slukke slutte slå slår smage
  smager smil smuk snak snakke snakker sol somme sommer sommeren sommetider sort sorte sove sover spare sparer spise spiser spørge spørger standser
  starte starter sted steder stedet stemning stille stiller stod stoppe stopper stor straks stund stykke stykker stå stået står stærk stærke større
  største super sur svar svare svarer svær svært særlig særligt sæson sætte sætter sød sødt søn sørge sørger søster tabe taber tal tale taler talt tanke
  tavle tekst tidlig tidligere tidligt tilfælde tit tom tomt top travl tro tror trykke trykker trække trænge trænger træt tung tunge tur turde ture
  turen tusind tyk tynd tåle tåler tålmodig tålmodige tælle tænke tænker tæt tør tørre tørt ude udenfor udgift umulig umuligt undre usædvanlig vandt
  vane vant varm varmt vaske vasker vej veje vejede vejen vejene vejer vejr ven vende vender venlig venner vente venter verden vigtig vild vinder vindue
  vinter vinteren virke virker vise viser visne vokse voksen voksne vover våd våde vågne vågner vælge vælger vænne værdi være værre værst åbne åbner ånd
  årti ærgre øje øjeblik øjne øjnene ønsker øre
`;

const faint: ReadonlySet<string> = new Set(wordsOf(list).map(rootOf));

/** In: a stem. */
export const isFaint = (stem: string): boolean => faint.has(stem);
