/* The web pages: each drawn from what the views print as JSON, so that page, API and command line say the same. Right to left in Arabic, no script
 * needed, no style of their own. */
#ifndef ISNAD_SERVE_PAGE_H
#define ISNAD_SERVE_PAGE_H

#include "serve/web.h"

void page_home(exchange *x);
void page_stories(exchange *x);
void page_story(exchange *x);
void page_claims(exchange *x);
void page_threads(exchange *x);
void page_thread(exchange *x);
void page_timeline(exchange *x);
void page_article(exchange *x);
void page_compare(exchange *x);
void page_entities(exchange *x);
void page_entity(exchange *x);
void page_outlets(exchange *x);
void page_outlet(exchange *x);
void page_search(exchange *x);
void page_paste(exchange *x);
void page_read_posted(exchange *x);
void page_problem(exchange *x, unsigned code, const char *detail);

/* --- the frame --- */

typedef struct frame {
  isnad_slice title;
  const char *section; /* "stories", "threads", "entities", "outlets", "read", "search": marked in the navigation; NULL: none */
  bool feeds;          /* the address has feeds */
  bool live;           /* the script listens for news */
  bool data;           /* the address has JSON */
} frame;

/* Everything before and after the main part. */
web page_begin(exchange *x, const frame *f);
void page_end(web *h, const frame *f);

/* One page of a list that cursor= and limit= ask for. False: the problem is written. */
bool page_list(tree_list *out, isnad_slice *next, exchange *x, view_call call, bool skips, size_t most);

/* --- pieces --- */

/* <section id><h2> ... ; closed with web_close. */
void page_section(web *h, const char *id, const char *words);

/* A table with the head of these `count` columns, in a region that scrolls by itself where the window is narrower; `name` says to a screen reader what
 * it holds. `class`: NULL for none. Table and region stay open: web_close twice. */
void page_table(web *h, const char *class, const char *name, const char *const *columns, size_t count);

/* "3 reports . 2 outlets . circles" of a story's line. */
void draw_story_counts(web *h, const tree *story);

/* The time, the title as a link, the counts. `level`: of the heading. */
void draw_story_item(web *h, const tree *story, const char *level);

/* Headline of a report as a link; its opening or a word of the frame when it has none. `t` has "id" or "article", and "headline". */
void draw_report_link(web *h, const tree *t);

/* The name of an outlet as a link. */
void draw_outlet(web *h, isnad_slice name);

void draw_events(web *h, const tree_list *events);
void draw_event(web *h, const tree *event);

/* Figures, days, places, offices as a table; statements by speaker. At most `most` of them; returns how many were left out. */
size_t draw_claims(web *h, const tree_list *claims, size_t most);
size_t draw_statements(web *h, const tree_list *claims, size_t most);

/* The chain as a drawing, and as the table that says the same. */
void draw_chain(web *h, const tree_list *chain);
void draw_chain_table(web *h, const tree_list *chain);

/* A text with what was read in it marked, and the same as a table. `parts`: the list of parts; `article`: of which article, -1: any. */
typedef struct marked_text {
  isnad_slice text;
  const tree *said;  /* names, figures, times, quotes, sources */
  const tree *parts; /* kinds and spans */
  double article;
} marked_text;
void draw_marked(web *h, const marked_text *m);
void draw_evidence(web *h, const marked_text *m);
void draw_legend(web *h);

/* The report of that id among the lines of a story: the summary names reports by id alone. */
const tree *report_of(const tree_list *reports, isnad_slice id);

/* The chain of the story that the address names, and its reports grouped by whose words they took. */
void draw_chain_and_reports(web *h, const tree_list *reports);

/* Links to the pages of a list behind the first. */
void draw_next(web *h, const char *path, isnad_slice part, isnad_slice next);

#endif
