/* HTML that is escaped because of how it is written: tags and names of attributes are constants of the program, everything else is text and passes
 * through one escaping. Elements close in the order in which they opened. */
#ifndef ISNAD_SERVE_WEB_H
#define ISNAD_SERVE_WEB_H

#include "serve/exchange.h"

enum { WEB_DEPTH = 48 };

typedef struct web {
  buf *out;
  exchange *x;
  const char *open[WEB_DEPTH];
  size_t depth;
  bool in_tag;
} web;

web web_new(exchange *x);

/* Opens an element; attributes may follow until something stands in it. */
void web_open(web *h, const char *tag);
void web_open_class(web *h, const char *tag, const char *class);
void web_close(web *h);

/* An element without content: link, meta, input, br. */
void web_void(web *h, const char *tag);

void web_attr(web *h, const char *name, isnad_slice value);
void web_attr_text(web *h, const char *name, const char *value);
void web_attr_number(web *h, const char *name, long value);
void web_attr_printf(web *h, const char *name, const char *format, ...) ISNAD_PRINTF(3, 4); /* numbers and our own words only */
void web_flag(web *h, const char *name);                                                    /* an attribute without a value */

void web_text(web *h, isnad_slice words);
void web_lines(web *h, isnad_slice words); /* line breaks stay, as a text area needs */
void web_words(web *h, const char *id);    /* of the frame, in the language of the page */
void web_number(web *h, uint64_t n);       /* isolated, with thousands apart */
void web_space(web *h);

/* An element with nothing but text. */
void web_element(web *h, const char *tag, const char *class, isnad_slice words);
void web_element_words(web *h, const char *tag, const char *class, const char *id);

/* Words from outside: isolated, in the direction that they have themselves. */
void web_foreign(web *h, isnad_slice words);

/* A statement, behind its verb where the words alone could be taken for what the speaker holds (view/said.h). */
void web_said(web *h, isnad_slice verb, isnad_slice rule, isnad_slice words);

/* Latin words, identifiers, ranges of numbers: isolated, from left to right. */
void web_latin(web *h, isnad_slice words);

/* Text that is made so already by this writer. */
void web_closed(web *h);

/* --- addresses --- */

/* An address on this server: `path` with "*" for each part that follows, which is percent-encoded; and the language of the page. */
isnad_slice url_of(exchange *x, const char *path, isnad_slice part);
isnad_slice url_field(exchange *x, isnad_slice url, const char *name, isnad_slice value);

/* Opens a link to it. */
void web_link(web *h, const char *class, isnad_slice url);

/* --- what is shown everywhere --- */

/* The word of the frame. */
isnad_slice word_of(const exchange *x, const char *id);
isnad_slice word_behind(const exchange *x, const char *prefix, isnad_slice key); /* the key itself when there is none */

/* "3 reports" by the rules of the language. `noun` is an id before ".one", ".few" ... */
void web_count(web *h, const char *noun, uint64_t n);

/* {"from","to","basis"} at a key, as a date for people, isolated; the basis in a title. */
void web_when(web *h, const tree *t, const char *key);
isnad_slice when_words(exchange *x, const tree *interval);
isnad_slice day_words(exchange *x, int64_t day_number, bool year); /* days since 1970 */
bool when_interval(isnad_interval *out, const tree *interval);

/* [certain,possible] as circles and words. */
void web_origins(web *h, const tree *origins);

double tree_double(const tree *t, const char *key);

#endif
