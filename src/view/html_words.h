/* Words from outside, written into HTML. */
#ifndef ISNAD_VIEW_HTML_WORDS_H
#define ISNAD_VIEW_HTML_WORDS_H

#include "base/buf.h"

/* Escapes for HTML text and attributes: & < > " '. Controls that steer direction are left out. */
void html_escape(buf *out, isnad_slice words);

/* Isolated: Latin names, numbers and addresses do not turn their surroundings; what holds no letter of Arabic runs from the left. */
void html_isolate(buf *out, isnad_slice words);

/* In an element with a class, and a blank behind it; nothing when there are no words. */
void html_isolated(buf *out, const char *tag, const char *class, isnad_slice words);

/* Our remark on words from outside, in brackets. */
void html_remark(buf *out, const char *class, isnad_slice words);

#endif
