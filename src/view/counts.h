/* Numbers with their nouns, as the language of the frame counts: one, two, three to ten, eleven to ninety-nine, hundreds. */
#ifndef ISNAD_VIEW_COUNTS_H
#define ISNAD_VIEW_COUNTS_H

#include "view/sheet.h"

/* "3 reports"; `what` names rows "count.<what>.one", ".two", ".few", ".many", ".all" of claim_labels.tsv. In the arena of the sheet. */
isnad_slice counted(sheet *s, const char *what, size_t count);

/* "1 to 3 origins"; one number when both are the same. */
isnad_slice counted_range(sheet *s, const char *what, size_t least, size_t most);

/* Both with `between` between them; one of them alone when the other is empty. */
isnad_slice words_joined(sheet *s, isnad_slice a, const char *between, isnad_slice b);

#endif
