/* isnad/view.h - what a store holds, as lines for people or for programs: the answer first, its evidence beside it.
 *
 * Every function hands its lines to `line`, one at a time and without the line feed; a line lives until that call returns. With `json` each line is
 * one object with its keys in a fixed order; fields are present only when known. Without it lines are for reading: Latin columns and numbers come
 * first and Arabic last, so that both directions align without boxes. Text that came from outside is cleaned of control characters, so that no page
 * can move a terminal's cursor or turn the direction of what follows. The same set of captures gives the same lines.
 *
 * All return ISNAD_OK; ISNAD_NOT_FOUND (nothing to show, or no such id; err says which in one line); ISNAD_CANCELLED (`line` returned false);
 * ISNAD_BAD_ARGUMENT (a query or an option that cannot be followed; err says why); ISNAD_LIMIT (what was asked for is larger than a stated limit);
 * ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY.
 */
#ifndef ISNAD_VIEW_H
#define ISNAD_VIEW_H

#include "isnad/feed.h"
#include "isnad/search.h"
#include "isnad/store.h"

/* How a chain is drawn. */
typedef enum isnad_chain_format {
  ISNAD_CHAIN_TREE,    /* lines, or JSON with `json` */
  ISNAD_CHAIN_DOT,     /* the language of Graphviz */
  ISNAD_CHAIN_GRAPHML, /* XML */
  ISNAD_CHAIN_PROV     /* PROV-JSON: wasDerivedFrom with the types Quotation and PrimarySource */
} isnad_chain_format;

/* Where views of one state of a store work that are asked for one after another: memory is filled again instead of taken anew, and what was read of
 * a story serves all of them. What a view says does not depend on it. Of one thread at a time. */
typedef struct isnad_view_desk isnad_view_desk;

/* Returns ISNAD_OK, ISNAD_NO_MEMORY. Ends with isnad_view_desk_free, which takes NULL, too. */
ISNAD_API isnad_status isnad_view_desk_new(isnad_view_desk **out);
ISNAD_API void isnad_view_desk_free(isnad_view_desk *desk);

/* Forgets what was read: to be called when the store may have changed, and between replies, so that memory does not grow. */
ISNAD_API void isnad_view_desk_clear(isnad_view_desk *desk);

typedef struct isnad_view {
  bool json;
  bool color;    /* bold and dim by ANSI sequences */
  bool isolate;  /* outside text stands between U+2068 and U+2069, as a terminal that knows bidi needs */
  bool english;  /* the words of the frame around claims and reports; else Arabic */
  bool html;     /* report: one HTML file */
  bool all;      /* report: also the long tails, which are folded else */
  bool raw;      /* an article: its evidence in the captured bytes */
  bool largest;  /* stories: by reports instead of by date */
  bool reports;  /* stories, without json: under each its reports, and from whom each has it */
  bool trending; /* stories: by what their last day brought, in independent origins and beside the day before */
  bool brief;    /* stories, with json: without captures and keywords */
  bool text;     /* an article, with json: the text of its page, into which all its spans point */
  isnad_chain_format chain;
  size_t limit;             /* most stories or entries; 0: all */
  size_t skip;              /* stories, outlets, names, lines of one name: so many of the first are left out */
  size_t each;              /* one name: most lines of each kind; 0: all */
  isnad_slice only;         /* stories: this one; names: of this type; one name: lines of this kind, as "is" calls them */
  const char *pack;         /* report: where the zip goes, for the command line; NULL: none */
  isnad_slice by, about;    /* quotes: the speaker and the word asked for; events, stories: a name, words; empty: any */
  isnad_slice where;        /* stories: a place that their reports name */
  isnad_slice since, until; /* stories: days in ISO 8601 that they must reach and not begin behind */
  unsigned least_origins;   /* stories: that rest on at least so many independent origins */
  isnad_view_desk *desk;    /* NULL: each view reads for itself */
  bool (*line)(void *context, isnad_slice line);
  void *context;
} isnad_view;

/* The pages, in the order of their names, and the articles on each; bare headlines of lists are counted (with json, given). */
ISNAD_API isnad_status isnad_view_pages(isnad_store *store, const isnad_view *view, isnad_err *err);

/* The stories: when, how many reports, outlets and independent texts, id, title. Newest first. */
ISNAD_API isnad_status isnad_view_stories(isnad_store *store, const isnad_view *view, isnad_err *err);

/* One story: its summary (a headline, then sentences with their sources), then its reports in time order with outlet, date and its basis, and from
 * whom each was taken. `id` may be short when it is unique. */
ISNAD_API isnad_status isnad_view_story(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err);

/* The keywords of a story or an article, the heaviest first: {"of","keyword","weight","articles"}. Both ids may be short when they are unique.
 * ISNAD_NOT_FOUND: neither is called so, or nothing is said twice. */
ISNAD_API isnad_status isnad_view_keywords(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* The threads: stories that two main actors share, over weeks to years. Those of most stories first; `limit` holds. With json
 * {"id","title","span","actors":[{"entity","canonical"}],"stories":[{"id","published","shares"}]}; "shares" ties a story to the one before it. */
ISNAD_API isnad_status isnad_view_threads(isnad_store *store, const isnad_view *view, isnad_err *err);

/* One thread: its stories in time order, each with what ties it to the one before. `id` may be short when it is unique. */
ISNAD_API isnad_status isnad_view_thread(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err);

/* Articles that tell of the same things as one: at most one of each event, none that is a copy of it; the likeness of all terms, halved by each month
 * between them. `limit` holds, else 10. With json {"article","related","id","story","published","outlet","headline","weight"}. */
ISNAD_API isnad_status isnad_view_related(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* The dated reports of the named stories (count 0: of all), in the order of time; bare headlines are left out. */
ISNAD_API isnad_status isnad_view_timeline(isnad_store *store, const isnad_slice *stories, size_t count, const isnad_view *view, isnad_err *err);

/* What happened in the named stories, to view->by (a name), or in reports whose headline has the words of view->about: one entry an event, by time,
 * with the sentence that says it best, how many reports and independent origins tell it, and how exactly its time is known. News of the day
 * (`reported`) is told apart from past events that reports mention (`recalled`), with those who do. With json {"when","precision","told","words",
 * "article","span","story","reports","origins","recalled_by","tellers"}. At most 600 articles of a name or of words are read. */
ISNAD_API isnad_status isnad_view_events(isnad_store *store, const isnad_slice *stories, size_t count, const isnad_view *view, isnad_err *err);

/* The tree of transmission of a story or towards one article, from the origins down, with the evidence of each step. */
ISNAD_API isnad_status isnad_view_chain(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* Every report that shares text with an article, the closest first: what kind of copy, how many words, how much of each lies in the other; of another
 * edition of the page also what was taken out, put in and moved, what of it matters (a figure, a name, a source ...) and whether it is silent. */
ISNAD_API isnad_status isnad_view_copies(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* Groups of articles that are copies of one another: at least `least` (0-1) of the smaller text lies in the other. Of each the one to keep goes
 * first: the longest, then the earliest. With json {"keep","captures"}. Texts that nobody copied are left out. */
ISNAD_API isnad_status isnad_view_groups(isnad_store *store, double least, const isnad_view *view, isnad_err *err);

/* Two articles side by side: the passages that they share, word by word, and the figures and names that differ in them. */
ISNAD_API isnad_status isnad_view_compare(isnad_store *store, isnad_slice a, isnad_slice b, const isnad_view *view, isnad_err *err);

/* One article: what is known of it, and where on the page each value was read. */
ISNAD_API isnad_status isnad_view_article(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* The same in the captured bytes, which are read again from their file or archive: each span of evidence with its place there. With json {"article",
 * "what","span","raw","rule","words","captured"}. ISNAD_BAD_INPUT when they are not the same any more, ISNAD_NOT_FOUND for standard input. */
ISNAD_API isnad_status isnad_view_raw(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err);

/* Who said what, in the order of time: the quotes whose speaker's name or entity is `by` and that hold `about` (empty: any; compared as folded for
 * matching). With json {"article","id","outlet","published","span","mode","entity","speaker","implicit","anonymous","via","rule","words"}. */
ISNAD_API isnad_status isnad_view_quotes(isnad_store *store, isnad_slice by, isnad_slice about, const isnad_view *view, isnad_err *err);

/* The claims of a story: each figure and statement with its versions, and what supports them. Agreed ones first, then those told differently, then
 * those told once. With json one object a claim (docs/CLAIMS.md). */
ISNAD_API isnad_status isnad_view_claims(isnad_store *store, isnad_slice story, const isnad_view *view, isnad_err *err);

/* The report of one story: headline, when and where, summary, timeline, claims with their support, statements, chain, outlets, doubts, method. As
 * lines, as one HTML file (view->html; handed over as one piece), or as one JSON object. */
ISNAD_API isnad_status isnad_view_report(isnad_store *store, isnad_slice story, const isnad_view *view, isnad_err *err);

/* The same as a zip at `path`: report.html, report.json, claims.jsonld (schema.org Claim), chain.prov.json, timeline.svg, chain.svg, each
 * capture as its bytes lie where they were captured (as the text that was read of it, when they do so no more: captures.json says which) and its
 * record, SHA256SUMS. A file that was there is replaced at once. Also returns ISNAD_LIMIT (more than 4 GB). */
ISNAD_API isnad_status isnad_view_pack(isnad_store *store, isnad_slice story, const char *path, const isnad_view *view, isnad_err *err);

/* What meets a sentence: what agrees with it first, then what says the opposite, what differs, and what says a part; at most five (`limit`; with json
 * all). With json {"story","agrees","match","in","instead","missing","elsewhere","version","claim"}, or "passage" in place of the last two. Figures
 * of the sentence of which no claim says anything are told behind, as {"unanswered"}; where nothing answers the nearest stories, as
 * {"nearby","title"}. */
ISNAD_API isnad_status isnad_view_check(isnad_store *store, isnad_slice text, const isnad_view *view, isnad_err *err);

/* One bearer of a name: its spellings, its offices by the table and by the articles, the stories and articles that name it, what it said there, the
 * newest first. What is not handed out (skip, limit, each, only) is not read. With json each line has "is": entity, spelling, office, role, story,
 * article, statement, country, other. The bearer that fits best and that most articles name; the others are listed behind. Where `name` is an office
 * ("the Russian minister of defence") and nobody's name: who held it when, by the table and by the articles. */
ISNAD_API isnad_status isnad_view_who(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err);

/* One place: the same lines, of the place that fits the name best, with the country in which it lies ("country"). */
ISNAD_API isnad_status isnad_view_where(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err);

/* What a query finds: how many reports, then each hit with its story, its excerpts with the found words marked, and its copies with their outlets.
 * With json {"score","id","article","role","outlet","published","headline":{"text","span","marks"},"excerpts":[...],"story":{...},"copies":[...]} a
 * hit, and last {"total","within","next","suggestions"}. Also returns what isnad_search_run returns; with nothing found err names what may have been
 * meant. view->limit and the fields of isnad_search_options hold; `options` may be NULL. */
ISNAD_API isnad_status isnad_view_search(isnad_search *search, isnad_slice query, const isnad_search_options *options, const isnad_view *view,
                                         isnad_err *err);

/* Persons, places and bodies, those that most articles name first. */
ISNAD_API isnad_status isnad_view_named(isnad_store *store, const isnad_view *view, isnad_err *err);

/* The outlets, those with most reports first, with how much of their words stood in no report before (docs/ORIGINS.md): {"outlet","name","reports",
 * "words","own"}. */
ISNAD_API isnad_status isnad_view_outlets(isnad_store *store, const isnad_view *view, isnad_err *err);

/* One outlet, by its id or its name: the same, then from whom its reports were taken, who took from it, whom it cites, its latest reports. */
ISNAD_API isnad_status isnad_view_outlet(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err);

/* What the store holds, in counts. */
ISNAD_API isnad_status isnad_view_stats(isnad_store *store, const isnad_view *view, isnad_err *err);

/* What needs a look: damage, inputs that were refused, repairs, articles without date or outlet, stories whose dates lie apart.
 * ISNAD_NOT_FOUND: nothing does. */
ISNAD_API isnad_status isnad_view_doctor(isnad_store *store, const isnad_view *view, isnad_err *err);

/* What is in a feed, a list of feeds (OPML) or a sitemap, with its faults; of another page, which feeds it names (with the usual places behind them
 * when options->url is set). Needs no store. With json first an object about the whole, then one for each item. Also returns ISNAD_BAD_INPUT (it
 * cannot be read) and ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_view_feed(isnad_slice name, isnad_slice bytes, const isnad_feed_options *options, const isnad_view *view,
                                       isnad_err *err);

typedef enum isnad_export {
  ISNAD_EXPORT_RECORDS,
  ISNAD_EXPORT_ARTICLES,
  ISNAD_EXPORT_PASSAGES,
  ISNAD_EXPORT_EDGES,
  ISNAD_EXPORT_STORIES,
  ISNAD_EXPORT_QUOTES,
  ISNAD_EXPORT_ENTITIES,
  ISNAD_EXPORT_THREADS
} isnad_export;

/* Everything of one kind as JSON lines (view->json is taken as set). A capture is named by its own id if it brought one, else by its uri, with
 * "#place" when it holds several articles. Records are what `isnad read` printed, with the days that stories taught (basis "story"). */
ISNAD_API isnad_status isnad_view_export(isnad_store *store, isnad_export what, const isnad_view *view, isnad_err *err);

#endif
