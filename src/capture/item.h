/* One line of a JSONL capture file. */
#ifndef ISNAD_CAPTURE_ITEM_H
#define ISNAD_CAPTURE_ITEM_H

#include "isnad/capture.h"

isnad_status capture_read_item(isnad_capture *out, isnad_arena *arena, const isnad_input *input, isnad_err *err);

#endif
