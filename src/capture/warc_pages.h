/* The records of a web archive that are pages, and pages made of them. */
#ifndef ISNAD_CAPTURE_WARC_PAGES_H
#define ISNAD_CAPTURE_WARC_PAGES_H

#include "isnad/capture.h"

/* The next record that is a page (as isnad_input says), without its path. Returns what isnad_warc_next does; ISNAD_BAD_INPUT also for a record whose
 * digest is wrong. */
isnad_status warc_next_page(isnad_input *out, isnad_warc_reader *reader, isnad_err *err);

/* Reads such a record into a capture, as isnad_capture_read does; `media` tells HTML from text where the content type does not. */
isnad_status warc_read_page(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_media (*media)(isnad_slice bytes),
                            isnad_err *err);

/* Whether a content type is that of a page: HTML, plain text, or none stated. */
bool warc_is_page_type(isnad_slice content_type);

#endif
