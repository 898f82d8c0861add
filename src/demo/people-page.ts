// GET /demo/people: the sample people, as a page for whoever reads it in a browser and as JSON for every program.
import type { FastifyInstance } from "fastify";
import { document, type Html, html } from "../http/html.js";
import { returningId, type SamplePerson, type SampleWorker } from "./people.js";
import { readPageWords, simulatorPolicy } from "./simulator.js";

type Language = "ar" | "en";
type PageWords = ReturnType<typeof readPageWords>;

export function addPeople(app: FastifyInstance, people: readonly SamplePerson[]): void {
  const listed = people.map(({ id, civilId, phone, nameAr, nameEn, kuwaiti, workers }) => ({
    id,
    civilId,
    phone,
    nameAr,
    nameEn,
    kuwaiti,
    workers: workers.map((worker) => ({
      civilId: worker.civilId,
      nameAr: worker.nameAr,
      nameEn: worker.nameEn,
      coverUntil: lastDayOf(worker) ?? null,
    })),
  }));
  const pages = { ar: writePage(people, "ar"), en: writePage(people, "en") };
  app.get("/people", async (request, reply) => {
    reply.header("vary", "accept");
    // A browser names text/html; a program asks for JSON or takes anything.
    if (request.headers.accept?.includes("text/html") !== true) return listed;
    const { lang } = request.query as Readonly<Record<string, unknown>>;
    return reply
      .header("content-security-policy", simulatorPolicy)
      .type("text/html; charset=utf-8")
      .send(pages[lang === "en" ? "en" : "ar"]);
  });
}

const lastDayOf = ({ covers }: SampleWorker) => covers.at(-1)?.until;

function writePage(people: readonly SamplePerson[], language: Language): string {
  const words = readPageWords(language);
  const other = language === "ar" ? "en" : "ar";
  return document(html`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.peopleTitle}</title>
<link rel="icon" href="/demo/icon.svg">
<link rel="stylesheet" href="/demo/simulator.css">
<link rel="stylesheet" href="/demo/people.css">
<script type="module" src="/demo/people.js"></script>
</head>
<body class="people" data-copied="${words.copied}" data-not-copied="${words.notCopied}">
<header class="top">
<h1><span class="mark" aria-hidden="true">ت</span><span>${words.peopleTitle}</span></h1>
<p class="tagline">${words.peopleHint}</p>
<a class="language" href="/demo?lang=${language}">${words.toSimulator}</a>
<a class="language" href="/demo/people?lang=${other}" lang="${other}" hreflang="${other}">${words.language}</a>
</header>
<main class="cards">
${people.map((person) => card(person, language, words))}
</main>
<p class="visually-hidden" id="copied" role="status"></p>
</body>
</html>
`);
}

function card(person: SamplePerson, language: Language, words: PageWords): Html {
  const name = nameIn(person, language);
  return html`<section class="panel" aria-labelledby="${person.id}">
<h2 id="${person.id}">${name}</h2>
<p class="chips"><span class="chip">${person.kuwaiti ? words.kuwaiti : words.notKuwaiti}</span>${
    person.id === returningId && html` <span class="chip">${words.returning}</span>`
  }</p>
<dl class="facts">
<dt>${words.civilId}</dt><dd>${number(person.civilId, name, words)}</dd>
<dt>${words.phone}</dt><dd>${number(person.phone, name, words)}</dd>
</dl>
<h3>${words.workers}</h3>
${
  person.workers.length === 0
    ? html`<p class="hint">${words.noWorkers}</p>`
    : html`<ul class="workers">
${person.workers.map((worker) => workerItem(worker, language, words))}
</ul>`
}
<p class="open"><a href="/demo?as=${person.id}&lang=${language}">${words.openAs}<span class="visually-hidden"> ${name}</span></a></p>
</section>
`;
}

function workerItem(worker: SampleWorker, language: Language, words: PageWords): Html {
  const name = nameIn(worker, language);
  const until = lastDayOf(worker);
  const cover =
    until === undefined
      ? html`${words.neverCovered}`
      : html`${words.coveredUntil} <time dir="ltr" datetime="${until}">${until}</time>`;
  return html`<li><strong>${name}</strong><small>${cover}</small>${number(worker.civilId, name, words)}</li>
`;
}

function number(text: string, whose: string, { copy }: PageWords): Html {
  return html`<button type="button" class="number" dir="ltr" data-copy="${text}" aria-label="${copy}: ${text}, ${whose}">${text}</button>`;
}

function nameIn({ nameAr, nameEn }: { readonly nameAr: string; readonly nameEn: string }, language: Language): string {
  return language === "ar" ? nameAr : nameEn;
}
