/* A chain for other programs: DOT (Graphviz), GraphML, and PROV-JSON (W3C member submission of 2013). */
#ifndef ISNAD_VIEW_DIAGRAM_H
#define ISNAD_VIEW_DIAGRAM_H

#include "view/drawing/graph.h"
#include "view/sheet.h"

/* Hands out the graph in the view's format, which is not the tree. */
isnad_status diagram_show(sheet *s, const graph *g);

#endif
