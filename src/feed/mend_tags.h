/* Tags while a document is mended: written anew, with the elements that they open and leave open. */
#ifndef ISNAD_FEED_MEND_TAGS_H
#define ISNAD_FEED_MEND_TAGS_H

#include "feed/mend_text.h"

/* Where the name that begins at `at` ends; `at` when none does. */
size_t mend_name_end(const mender *m, size_t at);

/* The tag at m->at, whose name ends at `end`. A start tag gives false when it is nested too deep. */
bool mend_start_tag(mender *m, size_t end);
void mend_end_tag(mender *m, size_t end);

#endif
