/* XML that is not well-formed, written anew so that it is. */
#ifndef ISNAD_FEED_MEND_H
#define ISNAD_FEED_MEND_H

#include "feed/source.h"

/* Writes source->text anew, line for line (docs/FEEDS.md lists what is mended and how); faults go to source->faults. A second time nothing would
 * change. Linear in the bytes, times the depth where tags do not match. Returns ISNAD_OK; ISNAD_LIMIT (nested too deep, or the arena's limit);
 * ISNAD_NO_MEMORY. */
isnad_status feed_mend(isnad_slice *out, feed_source *source, isnad_err *err);

#endif
