#include "view/drawing/diagram_nodes.h"
#include "view/title.h"

isnad_slice diagram_source_name(const store_edge *e) { return e->source_name.length > 0 ? e->source_name : e->source; }

size_t diagram_source_place(const diagram *d, const store_edge *edge) {
  size_t i = 0;
  while (i < d->source_count && !graph_same_source(d->sources[i], edge)) i++;
  return i;
}

static size_t voice_place(const diagram *d, const store_voice *v) {
  for (size_t i = 0; i < d->source_count; i++)
    if (voice_is(v, d->sources[i]->source, d->sources[i]->source_name)) return i;
  size_t i = 0;
  bool nameless = isnad_slice_is(v->kind, "anonymous"); /* of each report its own */
  while (i < d->voice_count && (nameless ? d->voices[i] != v : !voice_same(d->voices[i], v))) i++;
  return d->source_count + i;
}

bool diagram_drawn(const diagram *d, const graph_node *node, const store_edge *edge) {
  return graph_is_named(edge) && !graph_is_behind(node, edge) && (edge->parent == 0 || graph_find(d->g, edge->parent) != NULL);
}

static isnad_status collect_sources(diagram *d) {
  size_t edges = 0;
  for (size_t i = 0; i < d->g->count; i++) edges += d->g->nodes[i].edge_count;
  d->sources = isnad_arena_array(d->s->arena, edges + 1, sizeof *d->sources);
  if (d->sources == NULL) return isnad_arena_fail(d->s->err, d->s->arena, "view");
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; e < d->g->nodes[i].edge_count; e++) {
      const store_edge *edge = &d->g->nodes[i].edges[e];
      if (edge->parent == 0 && graph_is_named(edge) && diagram_source_place(d, edge) == d->source_count) d->sources[d->source_count++] = edge;
    }
  return ISNAD_OK;
}

static void collect_voice(diagram *d, const graph_node *node, const store_voice *v) {
  if (v == NULL || graph_held_medium(d->g, node, v) != NULL) return;
  if (voice_place(d, v) == d->source_count + d->voice_count) d->voices[d->voice_count++] = v;
}

static isnad_status collect_voices(diagram *d) {
  size_t steps = 0;
  for (size_t i = 0; i < d->g->count; i++) steps += d->g->nodes[i].voice_count;
  d->voices = isnad_arena_array(d->s->arena, 2 * steps + 1, sizeof *d->voices);
  if (d->voices == NULL) return isnad_arena_fail(d->s->err, d->s->arena, "view");
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t k = 0; k < d->g->nodes[i].voice_count; k++) {
      collect_voice(d, &d->g->nodes[i], d->g->nodes[i].voices[k].from);
      collect_voice(d, &d->g->nodes[i], d->g->nodes[i].voices[k].to);
    }
  return ISNAD_OK;
}

isnad_slice diagram_voice_id(const diagram *d, const graph_node *node, const store_voice *v) {
  const graph_node *held = v != NULL ? graph_held_medium(d->g, node, v) : node;
  return held != NULL ? held->article.name : isnad_arena_printf(d->s->arena, "m%zu", voice_place(d, v) + 1);
}

static const char *step_name(const store_voice *v) { return isnad_slice_is(v->kind, "speaker") ? "said" : "cited"; }

/* Hands over what was written into the line, whatever the view's own format is. */
static isnad_status line_done(diagram *d) { return sheet_end(d->s); }

/* Words from outside for both DOT strings and XML: cleaned of controls, and the marks of either syntax written so that neither reads them. */
static void quoted(diagram *d, isnad_slice words) {
  for (size_t i = 0; i < words.length; i++) {
    unsigned char c = (unsigned char)words.bytes[i];
    if (c == '&')
      sheet_printf(d->s, "&amp;");
    else if (c == '<')
      sheet_printf(d->s, "&lt;");
    else if (c == '>')
      sheet_printf(d->s, "&gt;");
    else if (c == '"')
      sheet_printf(d->s, "&quot;");
    else if (c == '\\')
      sheet_printf(d->s, "&#92;");
    else
      buf_add_char(&d->s->line, c < 0x20 || c == 0x7F ? ' ' : (char)c);
  }
}

isnad_slice diagram_day(const store_article *a, char iso[CLOCK_ISO_ROOM]) {
  if (a->published.from >= a->published.to) return (isnad_slice){NULL, 0};
  return (isnad_slice){iso, clock_iso(iso, a->published.from)};
}

static void parent_id(diagram *d, const store_edge *edge) {
  if (edge->parent == 0)
    sheet_printf(d->s, "m%zu", diagram_source_place(d, edge) + 1);
  else
    sheet_latin(d->s, graph_find(d->g, edge->parent)->article.name);
}

/* --- DOT --- */

static isnad_status dot_node(diagram *d, const store_article *a) {
  char iso[CLOCK_ISO_ROOM];
  isnad_slice day = diagram_day(a, iso);
  sheet_printf(d->s, "  %.*s [label=\"%.*s\\n", (int)a->name.length, a->name.bytes, (int)day.length, day.bytes != NULL ? day.bytes : "");
  quoted(d, article_outlet(a));
  sheet_printf(d->s, "\\n");
  quoted(d, a->headline.length > 0 ? a->headline : a->opening);
  sheet_printf(d->s, "\"%s];", graph_is_bare(a) ? ", style=dotted" : "");
  return line_done(d);
}

static isnad_status dot_edge(diagram *d, const graph_node *child, const store_edge *edge) {
  sheet_printf(d->s, "  ");
  parent_id(d, edge);
  sheet_printf(d->s, " -> %.*s [label=\"%.*s %.2f\"%s];", (int)child->article.name.length, child->article.name.bytes, (int)edge->kind.length,
               edge->kind.bytes, edge->weight, graph_leads(edge) ? "" : ", dir=none, style=dashed");
  return line_done(d);
}

static isnad_status dot_source(diagram *d, size_t place) {
  sheet_printf(d->s, "  m%zu [shape=box, style=rounded, label=\"", place + 1);
  quoted(d, diagram_source_name(d->sources[place]));
  sheet_printf(d->s, "\"];");
  return line_done(d);
}

static isnad_status dot_voice(diagram *d, size_t place, const store_voice *v) {
  sheet_printf(d->s, "  m%zu [shape=%s, label=\"", place + 1, voice_is_medium(v) ? "box, style=rounded" : "ellipse");
  quoted(d, v->name.length > 0 ? v->name : v->id);
  sheet_printf(d->s, "\"];");
  return line_done(d);
}

static isnad_status dot_step(diagram *d, const graph_node *node, const voice_step *step) {
  isnad_slice from = diagram_voice_id(d, node, step->from), to = diagram_voice_id(d, node, step->to);
  sheet_printf(d->s, "  %.*s -> %.*s [label=\"%s\", style=dotted];", (int)from.length, from.bytes, (int)to.length, to.bytes, step_name(step->from));
  return line_done(d);
}

/* --- GraphML --- */

static isnad_status text_line(diagram *d, const char *text) {
  sheet_printf(d->s, "%s", text);
  return line_done(d);
}

static void data(diagram *d, const char *key, isnad_slice value) {
  if (value.length == 0) return;
  sheet_printf(d->s, "<data key=\"%s\">", key);
  quoted(d, value);
  sheet_printf(d->s, "</data>");
}

static isnad_status xml_node(diagram *d, const store_article *a) {
  char iso[CLOCK_ISO_ROOM];
  sheet_printf(d->s, "<node id=\"%.*s\">", (int)a->name.length, a->name.bytes);
  data(d, "kind", isnad_slice_of(graph_is_bare(a) ? "headline" : "report"));
  data(d, "label", a->headline.length > 0 ? a->headline : a->opening);
  data(d, "outlet", article_outlet(a));
  data(d, "published", diagram_day(a, iso));
  data(d, "capture", a->label);
  sheet_printf(d->s, "</node>");
  return line_done(d);
}

static isnad_status xml_source(diagram *d, size_t place) {
  sheet_printf(d->s, "<node id=\"m%zu\">", place + 1);
  data(d, "kind", isnad_slice_of("source"));
  data(d, "label", diagram_source_name(d->sources[place]));
  sheet_printf(d->s, "</node>");
  return line_done(d);
}

static isnad_status xml_edge(diagram *d, const graph_node *child, const store_edge *edge) {
  sheet_printf(d->s, "<edge source=\"");
  parent_id(d, edge);
  sheet_printf(d->s, "\" target=\"%.*s\" directed=\"%s\">", (int)child->article.name.length, child->article.name.bytes,
               graph_leads(edge) ? "true" : "false");
  data(d, "step", edge->kind);
  sheet_printf(d->s, "<data key=\"weight\">%.4f</data></edge>", edge->weight);
  return line_done(d);
}

static isnad_status xml_voice(diagram *d, size_t place, const store_voice *v) {
  sheet_printf(d->s, "<node id=\"m%zu\">", place + 1);
  data(d, "kind", v->kind);
  data(d, "label", v->name.length > 0 ? v->name : v->id);
  sheet_printf(d->s, "</node>");
  return line_done(d);
}

static isnad_status xml_step(diagram *d, const graph_node *node, const voice_step *step) {
  isnad_slice from = diagram_voice_id(d, node, step->from), to = diagram_voice_id(d, node, step->to);
  sheet_printf(d->s, "<edge source=\"%.*s\" target=\"%.*s\" directed=\"true\">", (int)from.length, from.bytes, (int)to.length, to.bytes);
  data(d, "step", isnad_slice_of(step_name(step->from)));
  sheet_printf(d->s, "</edge>");
  return line_done(d);
}

/* --- both: a head, the nodes, the edges, an end --- */

typedef struct drawing {
  const char *const *head;
  isnad_status (*node)(diagram *d, const store_article *a);
  isnad_status (*source)(diagram *d, size_t place);
  isnad_status (*voice)(diagram *d, size_t place, const store_voice *v);
  isnad_status (*edge)(diagram *d, const graph_node *child, const store_edge *edge);
  isnad_status (*step)(diagram *d, const graph_node *node, const voice_step *step);
  const char *const *end;
} drawing;

static isnad_status text_lines(diagram *d, const char *const *lines) {
  isnad_status status = ISNAD_OK;
  for (; status == ISNAD_OK && *lines != NULL; lines++) status = text_line(d, *lines);
  return status;
}

static isnad_status draw(diagram *d, const drawing *how) {
  isnad_status status = text_lines(d, how->head);
  for (size_t i = 0; status == ISNAD_OK && i < d->g->count; i++) status = how->node(d, &d->g->nodes[i].article);
  for (size_t i = 0; status == ISNAD_OK && i < d->source_count; i++) status = how->source(d, i);
  for (size_t i = 0; status == ISNAD_OK && i < d->voice_count; i++) status = how->voice(d, d->source_count + i, d->voices[i]);
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; status == ISNAD_OK && e < d->g->nodes[i].edge_count; e++)
      if (diagram_drawn(d, &d->g->nodes[i], &d->g->nodes[i].edges[e])) status = how->edge(d, &d->g->nodes[i], &d->g->nodes[i].edges[e]);
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t k = 0; status == ISNAD_OK && k < d->g->nodes[i].voice_count; k++) status = how->step(d, &d->g->nodes[i], &d->g->nodes[i].voices[k]);
  return status == ISNAD_OK ? text_lines(d, how->end) : status;
}

isnad_status diagram_show(sheet *s, const graph *g) {
  static const char *const dot_head[] = {"digraph isnad {", "  rankdir=RL; node [shape=note];", NULL}, *const dot_end[] = {"}", NULL};
  static const char *const xml_head[] = {"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                                         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
                                         "<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>",
                                         "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>",
                                         "<key id=\"outlet\" for=\"node\" attr.name=\"outlet\" attr.type=\"string\"/>",
                                         "<key id=\"published\" for=\"node\" attr.name=\"published\" attr.type=\"string\"/>",
                                         "<key id=\"capture\" for=\"node\" attr.name=\"capture\" attr.type=\"string\"/>",
                                         "<key id=\"step\" for=\"edge\" attr.name=\"step\" attr.type=\"string\"/>",
                                         "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>",
                                         "<graph edgedefault=\"directed\">",
                                         NULL},
                           *const xml_end[] = {"</graph>", "</graphml>", NULL};
  static const drawing dot = {dot_head, dot_node, dot_source, dot_voice, dot_edge, dot_step, dot_end},
                       graphml = {xml_head, xml_node, xml_source, xml_voice, xml_edge, xml_step, xml_end};
  diagram d = {.s = s, .g = g};
  isnad_status status = collect_sources(&d);
  if (status == ISNAD_OK) status = collect_voices(&d);
  if (status != ISNAD_OK) return status;
  if (s->view->chain == ISNAD_CHAIN_PROV) return diagram_prov(&d);
  return draw(&d, s->view->chain == ISNAD_CHAIN_DOT ? &dot : &graphml);
}
