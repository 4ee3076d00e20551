// SPDX-License-Identifier: EUPL-1.2
// What the rest of the program may use of the design. README.md has each part's props and an example.
export { asset, useAssets, type AssetManifest } from "./assets.ts";
export { favicon } from "./favicon.ts";
export { drawnFonts } from "./fonts.ts";
export { countSteps, drawFields, levelOf, spreadNames, stepsFor, type Fields, type Locality, type Steps, type Water } from "./fields.ts";
export { Check, Checkboxes, Radios, type Choice } from "./form/Choices.tsx";
export { ErrorSummary } from "./form/ErrorSummary.tsx";
export { Field, FileField, Select, TextArea, type InputProps, type Option } from "./form/Field.tsx";
export { idOf, type FieldProps } from "./form/FieldFrame.tsx";
export { FieldRow, Fieldset } from "./form/Fieldset.tsx";
export { Chips, FilterRow, Filters, SearchForm } from "./form/Filters.tsx";
export { SlotGrid, type SlotGridProps } from "./form/SlotGrid.tsx";
export { When } from "./form/When.tsx";
export { sprite, wholePage } from "./page.ts";
export { Answer, Comment, Letter, Quote, StandMark, type Stand } from "./parts/Answer.tsx";
export { Avatar, partyOf, Who, type AvatarProps, type Party, type WhoProps } from "./parts/Avatar.tsx";
export { Breadcrumbs } from "./parts/Breadcrumbs.tsx";
export { Button, ButtonLink } from "./parts/Button.tsx";
export { Box, Card, CardGrid, type CardProps } from "./parts/Card.tsx";
export { Chart, type ChartProps } from "./parts/Chart.tsx";
export { Doors, type Door } from "./parts/Doors.tsx";
export { Dots } from "./parts/Dots.tsx";
export { OpenEnd } from "./parts/Drawing.tsx";
export { EmbedShell, type EmbedShellProps } from "./parts/EmbedShell.tsx";
export { Empty, Notice } from "./parts/Empty.tsx";
export { FieldsArt, Hero, PlacePortrait } from "./parts/Fields.tsx";
export { Footer, type FooterProps } from "./parts/Footer.tsx";
export { Header, type HeaderProps, type NavItem } from "./parts/Header.tsx";
export { Heading } from "./parts/Heading.tsx";
export { Icon, type IconName } from "./parts/Icon.tsx";
export { Knot } from "./parts/Knot.tsx";
export { ListItem, Rows, type ListItemProps } from "./parts/ListItem.tsx";
export { Counterpart, Counterparts, Pair, Reasons, type CounterpartProps } from "./parts/Match.tsx";
export { Kind, Meta } from "./parts/Meta.tsx";
export { Columns, ErrorPage, More, PageHead, Pagination, Section } from "./parts/Page.tsx";
export { Patch, Selvedge } from "./parts/Patch.tsx";
export { PhotoGrid, type Photo } from "./parts/Photos.tsx";
export { PlaceList, PlaceMap, type PlaceMapProps } from "./parts/PlaceMap.tsx";
export { Rates, type Rate } from "./parts/Rates.tsx";
export { drawSharePicture, familyOf, type Face, type Measure, type SharePicture } from "./share-picture.ts";
export { Shell, type ShellProps } from "./parts/Shell.tsx";
export { Status, StatusLine, statusSigns, type StatusSign } from "./parts/Status.tsx";
export { Thread, type Step } from "./parts/Thread.tsx";
export { Facts, Kept, StrawBox, WhatWhoWhen, type WhatWhoWhenWords } from "./parts/WhatWhoWhen.tsx";
export { DueBlocks, WorkRow, type DueDay } from "./parts/Work.tsx";
export { WordMark } from "./parts/WordMark.tsx";
export {
  ownCss,
  ownTokens,
  paletteOf,
  standardColours,
  weakOf,
  type OwnColours,
  type OwnToken,
  type Palette,
  type Weak,
} from "./palette.ts";
export { colours, measures, type Colour } from "./tokens.ts";
export type { Content, Kind as KindOf, Level, Link, MetaItem, Weave } from "./types.ts";
export { isWeave } from "./weaves.ts";
