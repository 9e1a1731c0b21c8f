#include "store/schema.h"

#include <stddef.h>

const char *const store_schema[] = {
    "CREATE TABLE capture ("
    " id INTEGER PRIMARY KEY,"
    " key TEXT NOT NULL UNIQUE," /* hexadecimal: hash of uri and sha256 */
    " name TEXT NOT NULL,"       /* its own id if it brought one, else its uri */
    " uri TEXT NOT NULL,"
    " sha256 BLOB NOT NULL,"
    " bytes INTEGER NOT NULL,"
    " media TEXT NOT NULL,"
    " charset TEXT NOT NULL,"
    " url TEXT,"
    " captured_at TEXT,"
    " file TEXT,"                 /* where the bytes lie; NULL: they came by standard input */
    " line INTEGER NOT NULL,"     /* of an item of JSONL; else 0 */
    " archived INTEGER NOT NULL," /* 1: a record of a web archive, at: */
    " offset INTEGER NOT NULL, length INTEGER NOT NULL, inner INTEGER NOT NULL,"
    " repairs INTEGER NOT NULL,"
    " text TEXT NOT NULL,"      /* the page's UTF-8 text: all spans point into it */
    " record BLOB NOT NULL,"    /* schema 1 JSON without page.text, packed by zstd */
    " text_at INTEGER NOT NULL" /* where page.text goes in it when exported; 0: nowhere */
    ") STRICT",

    "CREATE TABLE article ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL UNIQUE," /* a + 16 hexadecimal digits */
    " capture INTEGER NOT NULL REFERENCES capture(id),"
    " place INTEGER NOT NULL,"
    " label TEXT NOT NULL," /* the name used in exports: the id that the capture brought, else its uri, with #place when it holds several */
    " role TEXT NOT NULL,"
    " headline TEXT, headline_begin INTEGER NOT NULL, headline_end INTEGER NOT NULL,"
    " opening TEXT,"              /* the first words of the body, when there is no headline */
    " body BLOB NOT NULL,"        /* spans of the body, pairs of little-endian u32 */
    " lead_end INTEGER NOT NULL," /* where the first line of the body ends */
    " body_hash INTEGER NOT NULL,"
    " words INTEGER NOT NULL,"        /* word and number tokens of the body */
    " outlet TEXT, outlet_name TEXT," /* id in data/outlets.tsv when known; the name as read */
    " origin TEXT, origin_name TEXT,"
    " byline TEXT,"
    " published_from INTEGER, published_to INTEGER, published_basis TEXT,"
    " weekday INTEGER," /* 1-7 when only a weekday is known */
    " name_count INTEGER NOT NULL"
    ") STRICT",
    "CREATE TABLE packed (" /* what the stages across articles read of an article, three quarters of its bytes: the rest stays small enough for the
                               cache */
    " article INTEGER PRIMARY KEY REFERENCES article(id),"
    " prints BLOB NOT NULL," /* reuse: fingerprints */
    " terms BLOB NOT NULL,"  /* story: weighted terms */
    " names BLOB NOT NULL"   /* whom and what it names: mentions, see the view `name` */
    ") STRICT",
    "CREATE TABLE unwoven (article INTEGER PRIMARY KEY) STRICT", /* those that the stages across articles have not taken in yet */
    "CREATE INDEX capture_page ON capture(coalesce(url, uri))",  /* the captures of one page */
    "CREATE INDEX article_capture ON article(capture)", "CREATE INDEX article_label ON article(label)",
    "CREATE INDEX article_outlet ON article(coalesce(outlet, outlet_name), id, role, words, outlet, outlet_name)", /* of one outlet, in their order */
    "CREATE INDEX article_facts ON article(id, name, words, published_from, published_to, role)", /* what the search keeps in memory */

    "CREATE VIRTUAL TABLE search USING fts5(title, body, byline, outlet, source, who, place," /* rowid: article.id */
    " content='', columnsize=0, tokenize='isnad packed')",
    /* Terms are gathered in what stays in the processor's cache; with 16 runs a merge each would be merged twice in 20,000 articles, and 64 overflow
     * the cache of pages. */
    "INSERT INTO search(search, rank) VALUES('hashsize', 524288)", "INSERT INTO search(search, rank) VALUES('automerge', 0)",
    "INSERT INTO search(search, rank) VALUES('crisismerge', 32)",
    "CREATE TABLE search_term (" /* a stem of headlines and bodies, and how many articles have it */
    " term TEXT PRIMARY KEY, reports INTEGER NOT NULL) STRICT, WITHOUT ROWID",

    "CREATE TABLE citation (" /* what an article says of its sources */
    " article INTEGER NOT NULL REFERENCES article(id), place INTEGER NOT NULL,"
    " begin INTEGER NOT NULL, end INTEGER NOT NULL,"
    " kind TEXT NOT NULL, scope TEXT NOT NULL, source TEXT, source_name TEXT NOT NULL, rule TEXT NOT NULL,"
    " PRIMARY KEY (article, place)) STRICT, WITHOUT ROWID",

    "CREATE TABLE quote (" /* a statement and who made it */
    " article INTEGER NOT NULL REFERENCES article(id), place INTEGER NOT NULL,"
    " begin INTEGER NOT NULL, end INTEGER NOT NULL, mode TEXT NOT NULL,"
    " entity TEXT, speaker TEXT," /* id and canonical name of the speaker; NULL: not known */
    " speaker_begin INTEGER, speaker_end INTEGER, implicit INTEGER NOT NULL, anonymous INTEGER NOT NULL,"
    " verb_begin INTEGER, verb_end INTEGER, via TEXT, rule TEXT NOT NULL," /* via: the source that carries it */
    " terms BLOB NOT NULL, denies INTEGER NOT NULL,"                       /* what it says, packed by the claim stage; 1: it denies something */
    " PRIMARY KEY (article, place)) STRICT, WITHOUT ROWID",
    "CREATE INDEX quote_entity ON quote(entity) WHERE entity IS NOT NULL",

    "CREATE TABLE figure (" /* a number with what it counts: values as read, and the question that it answers (measure ... terms) */
    " article INTEGER NOT NULL REFERENCES article(id), place INTEGER NOT NULL,"
    " begin INTEGER NOT NULL, end INTEGER NOT NULL, number_begin INTEGER NOT NULL, number_end INTEGER NOT NULL,"
    " kind TEXT NOT NULL, qualifier TEXT NOT NULL, min REAL, max REAL, unit TEXT, words TEXT,"
    " times INTEGER NOT NULL, enumeration INTEGER NOT NULL, sum INTEGER NOT NULL, differs_by REAL NOT NULL," /* sum: 0 none, 1 agrees, 2 differs */
    " measure TEXT NOT NULL, factor REAL NOT NULL, thing TEXT, state TEXT, scope TEXT, told_of TEXT, told_from INTEGER, told_to INTEGER,"
    " claimant TEXT, claimant_name TEXT, anonymous INTEGER NOT NULL, rises INTEGER NOT NULL, clause_begin INTEGER NOT NULL,"
    " clause_end INTEGER NOT NULL, terms BLOB NOT NULL, rule TEXT NOT NULL, holder TEXT,"
    " PRIMARY KEY (article, place)) STRICT, WITHOUT ROWID",
    "CREATE INDEX figure_question ON figure(measure, thing, state)",

    "CREATE TABLE told (" /* what an article tells of a name: where it lies, which office he holds */
    " article INTEGER NOT NULL REFERENCES article(id), place INTEGER NOT NULL, kind TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
    " subject TEXT NOT NULL, subject_name TEXT NOT NULL, value TEXT NOT NULL, value_name TEXT NOT NULL, terms BLOB NOT NULL,"
    " PRIMARY KEY (article, place)) STRICT, WITHOUT ROWID",

    "CREATE TABLE refusal (" /* what could not be read, and why */
    " input TEXT NOT NULL, line INTEGER NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL,"
    " PRIMARY KEY (input, line, message)) STRICT, WITHOUT ROWID",

    "CREATE TABLE segment_run (" /* an inverted index of (key, value) for the stages across articles: sorted runs, merged as they grow */
    " run INTEGER PRIMARY KEY, kind TEXT NOT NULL, entries INTEGER NOT NULL) STRICT",
    "CREATE TABLE segment (" /* a page of a run; `first` is its first key */
    " id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES segment_run(run), first INTEGER NOT NULL, entries INTEGER NOT NULL,"
    " bytes BLOB NOT NULL) STRICT",
    "CREATE INDEX segment_page ON segment(run, first)",

    "CREATE TABLE passage (" /* verified shared passages; a < b by article.name */
    " a INTEGER NOT NULL REFERENCES article(id), b INTEGER NOT NULL REFERENCES article(id),"
    " spans BLOB NOT NULL," /* quadruples of little-endian u32: begin and end in a's page, begin and end in b's page */
    " matched INTEGER NOT NULL, alike INTEGER NOT NULL, identity REAL NOT NULL, a_in_b REAL NOT NULL, b_in_a REAL NOT NULL,"
    " kind TEXT NOT NULL," /* exact | near | shortened | embedded | part | quote | headline | edition */
    " PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
    "CREATE INDEX passage_b ON passage(b)",

    "CREATE TABLE bearer ("   /* one bearer in one article, and under which key of spelling it is counted */
    " cell TEXT NOT NULL,"    /* entity_cell.id */
    " rank INTEGER NOT NULL," /* a hash of article.name: the first of a cell are a sample that no order of adding chose */
    " article INTEGER NOT NULL REFERENCES article(id), local TEXT NOT NULL," /* name.entity */
    " mentions INTEGER NOT NULL,"
    " PRIMARY KEY (cell, rank, article, local)) STRICT, WITHOUT ROWID",
    "CREATE TABLE company (article INTEGER PRIMARY KEY REFERENCES article(id), cells BLOB NOT NULL) STRICT", /* the cells of its bearers, packed */
    "CREATE TABLE entity_cell (" /* one spelling, letter by letter (or one row of a table), summed over the articles; a part of one entity */
    " id TEXT PRIMARY KEY, entity TEXT NOT NULL, type TEXT NOT NULL, canonical TEXT NOT NULL,"
    " block INTEGER NOT NULL,"  /* cells that may be spellings of one name share it; 0: compared with none */
    " weight INTEGER NOT NULL," /* what it says of an article that this bearer is named there, in thousandths */
    " articles INTEGER NOT NULL, mentions INTEGER NOT NULL, first INTEGER NOT NULL, first_article TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX entity_cell_block ON entity_cell(block) WHERE block <> 0", "CREATE INDEX entity_cell_entity ON entity_cell(entity)",
    "CREATE TABLE entity (" /* a person, place or body across articles */
    " id TEXT PRIMARY KEY, type TEXT NOT NULL, canonical TEXT NOT NULL, country TEXT, parent TEXT,"
    " articles INTEGER NOT NULL, mentions INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE entity_spelling (" /* the words by which articles name it */
    " cell TEXT NOT NULL, words TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (cell, words)) STRICT, WITHOUT ROWID",
    "CREATE TABLE entity_office ("                               /* an office that articles give it, with the first that does */
    " cell TEXT NOT NULL, phrase TEXT NOT NULL,"                 /* folded */
    " words TEXT NOT NULL, office TEXT, times INTEGER NOT NULL," /* office: id in data/offices.tsv */
    " first INTEGER NOT NULL, last INTEGER NOT NULL, article TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,"
    " PRIMARY KEY (cell, phrase)) STRICT, WITHOUT ROWID",
    "CREATE INDEX entity_office_office ON entity_office(office) WHERE office IS NOT NULL",

    "CREATE TABLE link (" /* two reports that look like one event; a < b by article.name */
    " a INTEGER NOT NULL REFERENCES article(id), b INTEGER NOT NULL REFERENCES article(id),"
    " score INTEGER NOT NULL,"            /* of 1000 */
    " copied INTEGER NOT NULL DEFAULT 0," /* 1: the one text stands in the other for the most part, and that is the reason */
    " PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
    "CREATE INDEX link_b ON link(b)",
    "CREATE TABLE story_root (" /* the report on whose core the story of an article is built */
    " article INTEGER PRIMARY KEY REFERENCES article(id), root INTEGER NOT NULL) STRICT",
    "CREATE INDEX story_root_root ON story_root(root)",

    "CREATE TABLE story (" /* id: the name by which it is known; key: the one made of its oldest report */
    " id TEXT PRIMARY KEY, key TEXT NOT NULL, title TEXT NOT NULL, published_from INTEGER, published_to INTEGER, reports INTEGER NOT NULL,"
    " outlets INTEGER NOT NULL, actors TEXT NOT NULL DEFAULT ''," /* ids of the tables between bars, the most named first */
    " origins_certain INTEGER NOT NULL DEFAULT 0, origins_possible INTEGER NOT NULL DEFAULT 0," /* independent origins: at least, at most */
    " root INTEGER NOT NULL DEFAULT 0"
    ") STRICT, WITHOUT ROWID",
    "CREATE INDEX story_of_root ON story(root)",
    "CREATE TABLE story_alias (" /* a name that a story bore before, and the story that holds most of what it held; of this file only */
    " id TEXT PRIMARY KEY, story TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX story_alias_story ON story_alias(story)",
    "CREATE TABLE story_member ("
    " article INTEGER PRIMARY KEY REFERENCES article(id), story TEXT NOT NULL REFERENCES story(id),"
    " published_from INTEGER, published_to INTEGER, published_basis TEXT," /* of the article, or what the story taught */
    " taught_by INTEGER REFERENCES article(id)) STRICT",                   /* the report from which that day was learned */
    "CREATE INDEX story_member_story ON story_member(story)",

    "CREATE TABLE thread (" /* stories that two main actors share; found anew after each add */
    " id TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL, stories INTEGER NOT NULL," /* place: those of most stories first; title: a
                                                                                                      story's id */
    " published_from INTEGER, published_to INTEGER, actors TEXT NOT NULL, held INTEGER NOT NULL)"  /* held: a hash of its stories */
    " STRICT, WITHOUT ROWID",
    "CREATE INDEX thread_place ON thread(place)",
    "CREATE TABLE thread_story (thread TEXT NOT NULL, place INTEGER NOT NULL, story TEXT NOT NULL, PRIMARY KEY (thread, place)) STRICT, WITHOUT "
    "ROWID",

    "CREATE TABLE edge (" /* one step of transmission; the parent is an article held here, or a named source that is not */
    " child INTEGER NOT NULL REFERENCES article(id),"
    " parent INTEGER REFERENCES article(id),"
    " source TEXT," /* what the child cites, when it does: outlet id, or the folded name; the parent, when none is held */
    " source_name TEXT,"
    " kind TEXT NOT NULL," /* declared | copied | both | corrects | laundered (copied, and not owned up to); link: of a headline in a list to the
                            * report it names
                            */
    " directed INTEGER NOT NULL," /* 0: the evidence does not tell who took from whom */
    " weight REAL NOT NULL,"      /* share of belief among the parents of one child */
    " evidence TEXT NOT NULL,"    /* JSON: spans and rules */
    " scope TEXT," /* how much of the child the citation speaks for: article, paragraph, sentence, clause; NULL: none is made, or a third's is narrow
                    */
    " role TEXT,"  /* what the source is: agency, outlet, credit, social, speaker; NULL: a third that nobody names, or none */
    " share REAL NOT NULL DEFAULT 0," /* how much of the child lies in the parent, 0-1 */
    " sign TEXT" /* credited | statement | newsrooms | told: why a third is thought of, of its own edge and of the copies it opens; doubted: a credit
                  that the text contradicts; relay: the child names whom it has its news from */
    ") STRICT",
    "CREATE INDEX edge_child ON edge(child)", "CREATE INDEX edge_parent ON edge(parent) WHERE parent IS NOT NULL",
    "CREATE INDEX edge_taken ON edge(child, share) WHERE directed = 1 AND kind IN ('copied', 'both', 'laundered')", /* words that were taken over */
    "CREATE INDEX edge_step ON edge(child, weight, share, parent) WHERE directed = 1 AND kind <> 'link' AND parent IS NOT NULL", /* from report to
                                                                                                                                    report */

    "CREATE TABLE watch_feed (" /* a list of pages that is looked at: a feed, a sitemap, a page that names feeds */
    " id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL," /* kind: as it was read last */
    " state TEXT NOT NULL,"                                                                       /* active | gone | dropped */
    " guessed INTEGER NOT NULL,"                                                       /* 1: nobody named it; it is given up when it is not there */
    " etag TEXT, last_modified TEXT, due INTEGER NOT NULL, interval INTEGER NOT NULL," /* seconds */
    " looks INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, looked INTEGER, changed INTEGER, error TEXT) STRICT",
    "CREATE INDEX watch_feed_due ON watch_feed(due) WHERE state = 'active'",
    "CREATE TABLE watch_item (" /* a page that a feed named, or that was asked for */
    " key TEXT PRIMARY KEY,"    /* one for a page and its twins */
    " feed INTEGER REFERENCES watch_feed(id), url TEXT NOT NULL, host TEXT NOT NULL, title TEXT,"
    " state TEXT NOT NULL,"                /* waiting | held | same | refused | missing | failed | removed */
    " seen INTEGER NOT NULL, due INTEGER," /* due: of the next request; NULL: none */
    " tries INTEGER NOT NULL DEFAULT 0, checks INTEGER NOT NULL DEFAULT 0, fetched INTEGER, first INTEGER," /* first: when it was first held */
    " etag TEXT, last_modified TEXT, content INTEGER, editions INTEGER NOT NULL DEFAULT 0, error TEXT) STRICT, WITHOUT ROWID",
    "CREATE INDEX watch_item_due ON watch_item(host, due) WHERE due IS NOT NULL", "CREATE INDEX watch_item_feed ON watch_item(feed, state)",
    "CREATE TABLE watch_edition (" /* the editions of a page, by their leading article */
    " item TEXT NOT NULL REFERENCES watch_item(key), edition INTEGER NOT NULL, article TEXT NOT NULL, at INTEGER NOT NULL,"
    " says INTEGER NOT NULL," /* 1: the page says that it was changed */
    " PRIMARY KEY (item, edition)) STRICT, WITHOUT ROWID",
    "CREATE TABLE watch_host (name TEXT PRIMARY KEY, not_before REAL NOT NULL, failures INTEGER NOT NULL, delay REAL NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE watch_robots (" /* robots.txt of an origin; status 404: there is none */
    " origin TEXT PRIMARY KEY, status INTEGER NOT NULL, until REAL NOT NULL, fetched REAL NOT NULL, text BLOB NOT NULL) STRICT, WITHOUT ROWID",

    "CREATE TABLE alert (" /* what somebody waits for */
    " id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, what TEXT NOT NULL, feed TEXT, command TEXT, webhook TEXT,"
    " private INTEGER NOT NULL, created INTEGER NOT NULL, after INTEGER NOT NULL) STRICT", /* after: the last article that it has looked at */
    "CREATE TABLE alert_known ("                                                           /* what it has seen: it fires once for each */
    " alert INTEGER NOT NULL REFERENCES alert(id), key TEXT NOT NULL, PRIMARY KEY (alert, key)) STRICT, WITHOUT ROWID",
    "CREATE TABLE alert_event (" /* what fired; words and link: for a reader of feeds; sent: 1 feed, 2 command, 4 webhook; done: 1 all, 2 given up */
    " id INTEGER PRIMARY KEY, alert INTEGER NOT NULL REFERENCES alert(id), at INTEGER NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL, link TEXT,"
    " body TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, "
    "error TEXT) STRICT",
    "CREATE INDEX alert_event_due ON alert_event(due) WHERE done = 0", "CREATE INDEX alert_event_alert ON alert_event(alert, id)",

    "CREATE VIEW articles AS SELECT a.name AS article, a.label, a.role, a.headline, coalesce(a.outlet_name, a.outlet) AS outlet,"
    " coalesce(a.origin_name, a.origin) AS origin, date(coalesce(m.published_from, a.published_from), 'unixepoch') AS published,"
    " coalesce(m.published_basis, a.published_basis) AS basis, m.story, c.uri"
    " FROM article a JOIN capture c ON c.id = a.capture LEFT JOIN story_member m ON m.article = a.id",
    "CREATE VIEW name AS SELECT a.id AS article, n.place AS place, n.begin AS begin, n.end AS end, n.type AS type, n.entity AS entity,"
    " n.canonical AS canonical, n.rule AS rule, n.form AS form, n.role_begin AS role_begin, n.role_end AS role_end"
    " FROM packed p JOIN article a ON a.id = p.article JOIN isnad_names(p.names) n",
    "CREATE VIEW citations AS SELECT a.name AS article, x.kind, x.scope, x.source_name AS source,"
    " CAST(substr(CAST(c.text AS BLOB), x.begin + 1, x.end - x.begin) AS TEXT) AS words, x.rule"
    " FROM citation x JOIN article a ON a.id = x.article JOIN capture c ON c.id = a.capture",
    "CREATE VIEW quotes AS SELECT a.name AS article, q.mode, q.speaker, q.via,"
    " CAST(substr(CAST(c.text AS BLOB), q.begin + 1, q.end - q.begin) AS TEXT) AS words, q.rule"
    " FROM quote q JOIN article a ON a.id = q.article JOIN capture c ON c.id = a.capture",
    "CREATE VIEW story_timeline AS SELECT m.story, date(m.published_from, 'unixepoch') AS day, m.published_basis AS basis, a.name AS article,"
    " coalesce(a.outlet_name, a.outlet) AS outlet, a.headline FROM story_member m JOIN article a ON a.id = m.article"
    " ORDER BY m.story, m.published_from, a.name",
    NULL};
