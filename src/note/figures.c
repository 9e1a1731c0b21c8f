/* Figures of an article: numbers, their bounds, and what they count. */
#include "note/scan.h"

void note_figures(note_scan *s) { (void)s; }
