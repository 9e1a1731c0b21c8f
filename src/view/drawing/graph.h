/* The reports of a story, or those that lead to one article, with the edges between them. */
#ifndef ISNAD_VIEW_GRAPH_H
#define ISNAD_VIEW_GRAPH_H

#include "base/map.h"
#include "store/articles.h"
#include "store/edges.h"
#include "view/voices.h"

typedef struct graph_node {
  store_article article;
  store_edge *edges; /* into it, heaviest first */
  size_t edge_count;
  voice_step *voices; /* speakers, officials, documents and media before media, once graph_hear has read them */
  size_t voice_count;
} graph_node;

typedef struct graph {
  isnad_arena *arena;
  isnad_store *store;
  map places; /* of article keys in `nodes`, plus 1 */
  graph_node *nodes;
  size_t count, room;
} graph;

/* The members of a story by time. */
isnad_status graph_of_story(graph *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err);

/* The same reports and edges, to be changed without changing the other. */
isnad_status graph_copy(graph *out, isnad_arena *arena, const graph *g, isnad_err *err);

/* An article and all articles from which it came, near ones first. */
isnad_status graph_of_article(graph *out, isnad_arena *arena, isnad_store *store, const store_article *article, isnad_err *err);

/* Reads the voices of every node. */
isnad_status graph_hear(graph *g, isnad_err *err);

/* Whether an edge names a medium that did not speak to the report itself: another that stands between them took it from there. */
bool graph_is_behind(const graph_node *node, const store_edge *edge);

/* The report held here that an edge of `node` takes for the medium `v`; NULL: none. */
const graph_node *graph_held_medium(const graph *g, const graph_node *node, const store_voice *v);

/* The node of an article; NULL when it is not in the graph. */
graph_node *graph_find(const graph *g, int64_t article);

/* Whether the edge tells that the child took it from the parent: directed edges, and those to a source that is not held. */
bool graph_leads(const store_edge *edge);

/* Not a third from whom two may have their words and whom nobody names. */
bool graph_is_named(const store_edge *edge);

/* Whether both name one source: by its id when one is known, else by its name. */
bool graph_same_source(const store_edge *a, const store_edge *b);

/* Whether it is a source that is cited for a sentence or two, and from which no text is known to come. */
bool graph_is_narrow(const store_edge *edge);

/* Whether it is only a headline, from a list on another page. */
bool graph_is_bare(const store_article *article);

/* The edge that is believed most among those that tell a direction and whose parent is in the graph or is a medium not held here; when there is none,
 * the most believed that tells no direction and shares a quarter of the text. NULL: an origin. */
const store_edge *graph_main_edge(const graph *g, const graph_node *node);

/* How many texts are left when reports that copied one another count once and bare headlines not at all. 0 when memory is short. */
size_t graph_independent(const graph *g);

#endif
