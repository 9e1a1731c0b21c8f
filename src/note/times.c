/* Times of an article. */
#include "note/scan.h"

void note_times(note_scan *s) { (void)s; }
