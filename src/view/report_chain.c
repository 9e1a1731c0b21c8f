/* The chain of a report, and what each outlet took over. */
#include "view/counts.h"
#include "view/labels.h"
#include "view/report_blocks.h"
#include "view/tree.h"

static void take_evidence(const tree *t, report_taken *out, unsigned depth) {
  double value = 0;
  if (t == NULL || depth > 4) return;
  if (tree_number(&value, t, "matched")) out->matched = value;
  if (tree_number(&value, t, "containment")) out->share = value;
  isnad_slice credit = tree_text(t, "credit");
  if (credit.length > 0) out->credit = credit;
  for (const tree *member = t->first; member != NULL; member = member->next)
    if (member->kind == JSON_OBJECT) take_evidence(member, out, depth + 1);
}

report_taken report_taken_of(report *r, const store_edge *edge) {
  report_taken out = {.share = -1};
  take_evidence(tree_read(r->s->arena, edge->evidence), &out, 0);
  return out;
}

static isnad_slice and_then(report *r, isnad_slice a, isnad_slice b) {
  isnad_slice comma = report_word(r, "report.comma");
  return isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)a.length, a.bytes, (int)comma.length, comma.bytes, (int)b.length, b.bytes);
}

/* "copied, 130 words the same, 98% of its text, no credit"; of an edge without direction "shared text, ..., or both from a third": who had it first,
 * and whether the credit is due, is not known then. */
static isnad_slice edge_words(report *r, const store_edge *edge) {
  report_taken taken = report_taken_of(r, edge);
  bool leads = graph_leads(edge);
  isnad_slice out = leads ? label_of(r->s->view, "report.", edge->kind) : report_word(r, "report.shared");
  if (taken.matched > 0) out = and_then(r, out, counted(r->s, "same_word", (size_t)taken.matched));
  if (taken.share >= 0) {
    isnad_slice share = report_word(r, "report.share");
    out = and_then(r, out, isnad_arena_printf(r->s->arena, "%.*s %.0f%%", (int)share.length, share.bytes, 100 * taken.share));
  }
  if (!leads) return and_then(r, out, report_word(r, "report.or_third"));
  if (taken.credit.length == 0) return out;
  bool none = isnad_slice_equal(taken.credit, isnad_slice_of("none"));
  return and_then(r, out, report_word(r, none ? "report.no_credit" : "report.credits_another"));
}

bool report_write_chain(report *r) {
  if (!block_heading(r, "report.chain")) return false;
  for (size_t i = 0; i < r->chain_count; i++) {
    const forest_item *item = &r->chain[i];
    if (item->node == NULL) {
      if (!block_add_dated(r, BLOCK_NODE, item->depth, (isnad_interval){0, 0}, item->source->source_name, report_nothing, report_nothing))
        return false;
      r->blocks[r->count - 1].has_when = false;
      continue;
    }
    const store_article *a = &item->node->article;
    const store_edge *edge = graph_main_edge(&r->g, item->node);
    if (!block_add_dated(r, BLOCK_NODE, item->depth, a->published, report_outlet_of(a), report_title_of(r, a),
                         edge != NULL ? edge_words(r, edge) : report_nothing))
      return false;
  }
  return true;
}

static isnad_slice parent_name(report *r, const store_edge *edge) {
  const graph_node *parent = edge->parent != 0 ? graph_find(&r->g, edge->parent) : NULL;
  return parent != NULL ? report_outlet_of(&parent->article) : edge->source_name;
}

/* "rests in part on Reuters, TASS": media cited for a sentence or two, behind the words of `id`. */
static isnad_slice cited_media(report *r, const graph_node *node, const char *id) {
  enum { MOST_CITED = 3 };
  isnad_slice names = report_nothing;
  for (size_t i = 0, shown = 0; i < node->edge_count && shown < MOST_CITED; i++) {
    const store_edge *edge = &node->edges[i];
    if (!graph_is_narrow(edge) || edge->source_name.length == 0) continue;
    names = shown++ == 0 ? edge->source_name : and_then(r, names, edge->source_name);
  }
  return words_joined(r->s, names.length > 0 ? report_word(r, id) : report_nothing, " ", names);
}

/* From whom a report has its text, as far as it can be seen here, and on whom it rests besides. */
static isnad_slice origin_words(report *r, const graph_node *node, const store_edge *edge) {
  isnad_slice cited = cited_media(r, node, edge == NULL ? "report.rests_on" : "report.rests_too");
  if (edge == NULL) return cited.length > 0 ? cited : report_word(r, "report.own");
  isnad_slice by = report_word(r, graph_leads(edge) ? "report.from" : "report.shares_with");
  isnad_slice from = words_joined(r->s, by, " ", parent_name(r, edge));
  return cited.length > 0 ? and_then(r, from, cited) : from;
}

bool report_write_outlets(report *r) {
  if (!block_heading(r, "report.outlets_table")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const graph_node *node = &r->g.nodes[i];
    const store_edge *edge = graph_main_edge(&r->g, node);
    if (graph_is_bare(&node->article)) continue;
    isnad_slice how = edge != NULL ? edge_words(r, edge) : report_nothing;
    if (!block_add_dated(r, BLOCK_EVENT, 0, node->article.published, report_outlet_of(&node->article), origin_words(r, node, edge), how))
      return false;
  }
  return true;
}
