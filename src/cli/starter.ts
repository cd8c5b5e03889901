/** The files of a new project: few, short, and they build at once. */

import type { MessageLocale } from "../model/diagnostic.ts";

/** Text by path. */
export function starterFiles(locale: MessageLocale): Readonly<Record<string, string>> {
  return { ...(locale === "de" ? german : english), "templates/theme.yaml": theme[locale], ".gitignore": "output/\n" };
}

const theme = {
  de: `# Gestaltung aller Papiere. Was hier nicht steht, kommt aus dem Programm.
colors:
  accent: "#1f4e79"
footer:
  left: "{title}"
  right: "Seite {page} von {pages}"
`,
  en: `# The look of all papers. What is not given here comes with the program.
colors:
  accent: "#1f4e79"
footer:
  left: "{title}"
  right: "Page {page} of {pages}"
`,
};

const german = {
  "content/koerperschaft.md": `---
art: körperschaft
kennung: musterkreis
titel: Musterkreis
locale: de-DE
gremien:
  - kennung: kreistag
    name: Kreistag
fraktionen:
  - kennung: fraktion-a
    name: Fraktion A
ämter:
  - kennung: hauptamt
    name: Hauptamt
---
`,
  "content/sitzung-1/sitzung.md": `---
art: sitzung
kennung: sitzung-1
titel: Sitzung des Kreistags
gremium: kreistag
datum: 10.12.2026
uhrzeit: 17:00
ort: Kreishaus, Großer Saal
---
`,
  "content/sitzung-1/top-01.md": `---
art: tagesordnungspunkt
kennung: sitzung-1-top-01
sitzung: sitzung-1
nummer: 1
titel: Papiere der Gremien barrierefrei veröffentlichen
sichtbarkeit: öffentlich
anträge: [antrag-barrierefrei]
---
Die Fraktion A hat beantragt, die Papiere der Gremien künftig barrierefrei zu veröffentlichen (s. Anlage).

## Beschlussvorschlag

Der Kreistag beauftragt die Verwaltung, alle öffentlichen Papiere der Gremien barrierefrei bereitzustellen.

## Finanzielle Auswirkungen

keine
`,
  "content/sitzung-1/antrag-barrierefrei.md": `---
art: antrag
kennung: antrag-barrierefrei
titel: Papiere der Gremien barrierefrei veröffentlichen
datum: 02.11.2026
antragsteller: [fraktion-a]
sichtbarkeit: öffentlich
---
Die Fraktion beantragt, die öffentlichen Papiere der Gremien so zu veröffentlichen, dass auch Menschen mit einem
Vorleseprogramm sie lesen können.
`,
};

const english = {
  "content/body.md": `---
kind: body
id: sample-county
title: Sample County
locale: de-DE
committees:
  - id: county-council
    name: Kreistag
factions:
  - id: faction-a
    name: Fraktion A
departments:
  - id: main-office
    name: Hauptamt
---
`,
  "content/meeting-1/meeting.md": `---
kind: meeting
id: meeting-1
title: Sitzung des Kreistags
committee: county-council
date: 2026-12-10
time: 17:00
place: Kreishaus, Großer Saal
---
`,
  "content/meeting-1/item-01.md": `---
kind: agenda-item
id: meeting-1-item-01
meeting: meeting-1
number: 1
title: Papiere der Gremien barrierefrei veröffentlichen
visibility: public
motions: [motion-accessible]
---
Die Fraktion A hat beantragt, die Papiere der Gremien künftig barrierefrei zu veröffentlichen (s. Anlage).

## Beschlussvorschlag

Der Kreistag beauftragt die Verwaltung, alle öffentlichen Papiere der Gremien barrierefrei bereitzustellen.
`,
  "content/meeting-1/motion-accessible.md": `---
kind: motion
id: motion-accessible
title: Papiere der Gremien barrierefrei veröffentlichen
date: 2026-11-02
movers: [faction-a]
visibility: public
---
Die Fraktion beantragt, die öffentlichen Papiere der Gremien so zu veröffentlichen, dass auch Menschen mit einem
Vorleseprogramm sie lesen können.
`,
};
