/* One report of a story: when, what taught its day, outlet, headline, and from whom it has it. */
#ifndef ISNAD_VIEW_REPORT_LINE_H
#define ISNAD_VIEW_REPORT_LINE_H

#include "view/drawing/graph.h"
#include "view/sheet.h"

enum { OUTLET_WIDTH = 18, NAME_WIDTH = 17 }; /* of its columns */

/* As columns of the line in hand. `node` lies in the graph. */
void report_line(sheet *s, const graph *g, const graph_node *node);

/* As one JSON object; `node` may be NULL: then it is not told from whom it has it. */
void report_object(sheet *s, const store_article *a, const graph *g, const graph_node *node);

#endif
