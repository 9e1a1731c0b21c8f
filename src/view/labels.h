/* The words of the frame around evidence, from data/claim_labels.tsv, in the language asked for. */
#ifndef ISNAD_VIEW_LABELS_H
#define ISNAD_VIEW_LABELS_H

#include "isnad/view.h"

/* The label of `prefix` + `key`; the key itself when the table has none. Constant. */
isnad_slice label_of(const isnad_view *view, const char *prefix, isnad_slice key);

/* The same for a word of the frame: label_word(view, "report.when"). */
isnad_slice label_word(const isnad_view *view, const char *id);

#endif
