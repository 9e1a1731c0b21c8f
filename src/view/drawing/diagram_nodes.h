/* What the pictures of a chain share: its nodes that are no reports, and how they are named. */
#ifndef ISNAD_VIEW_DIAGRAM_NODES_H
#define ISNAD_VIEW_DIAGRAM_NODES_H

#include "base/clock.h"
#include "view/drawing/diagram.h"

/* The sources that are not held, each once, in the order in which they are cited. */
typedef struct diagram {
  sheet *s;
  const graph *g;
  const store_edge **sources;
  size_t source_count;
  const store_voice **voices; /* those that no edge names, each once: numbered behind the sources */
  size_t voice_count;
} diagram;

isnad_slice diagram_source_name(const store_edge *e);

/* The number of a source among the sources. */
size_t diagram_source_place(const diagram *d, const store_edge *edge);

/* An edge is drawn when its other end is, and when no other medium stands between. */
bool diagram_drawn(const diagram *d, const graph_node *node, const store_edge *edge);

/* The id of the node that a voice is, or of the report when it is NULL. */
isnad_slice diagram_voice_id(const diagram *d, const graph_node *node, const store_voice *v);

/* "2024-09-13" and so on, in `iso`; empty when unknown. */
isnad_slice diagram_day(const store_article *a, char iso[CLOCK_ISO_ROOM]);

/* PROV-JSON, in one line. */
isnad_status diagram_prov(diagram *d);

#endif
