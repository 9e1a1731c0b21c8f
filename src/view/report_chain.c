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

/* "copied, 130 words the same, 98% of its text, no credit" */
static isnad_slice edge_words(report *r, const store_edge *edge) {
  report_taken taken = report_taken_of(r, edge);
  isnad_slice kind = label_of(r->s->view, "report.", edge->kind), same = counted(r->s, "same_word", (size_t)taken.matched),
              share = report_word(r, "report.share"), comma = report_word(r, "report.comma");
  isnad_slice out = kind;
  if (taken.matched > 0)
    out = isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)same.length, same.bytes);
  if (taken.share >= 0)
    out = isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s %.0f%%", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)share.length,
                             share.bytes, 100 * taken.share);
  if (taken.credit.length == 0) return out;
  isnad_slice credit = report_word(r, isnad_slice_equal(taken.credit, isnad_slice_of("none")) ? "report.no_credit" : "report.credits_another");
  return isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)credit.length,
                            credit.bytes);
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
    if (!block_add_dated(r, BLOCK_NODE, item->depth, a->published, report_outlet_of(a), report_title_of(a),
                         edge != NULL ? edge_words(r, edge) : report_nothing))
      return false;
  }
  return true;
}

static isnad_slice parent_name(report *r, const store_edge *edge) {
  const graph_node *parent = edge->parent != 0 ? graph_find(&r->g, edge->parent) : NULL;
  return parent != NULL ? report_outlet_of(&parent->article) : edge->source_name;
}

bool report_write_outlets(report *r) {
  if (!block_heading(r, "report.outlets_table")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const graph_node *node = &r->g.nodes[i];
    const store_edge *edge = graph_main_edge(&r->g, node);
    if (graph_is_bare(&node->article)) continue;
    isnad_slice from = report_word(r, "report.own"), how = report_nothing;
    if (edge != NULL) {
      isnad_slice by = report_word(r, "report.from"), name = parent_name(r, edge);
      from = isnad_arena_printf(r->s->arena, "%.*s %.*s", (int)by.length, by.bytes, (int)name.length, name.bytes);
      how = edge_words(r, edge);
    }
    if (!block_add_dated(r, BLOCK_EVENT, 0, node->article.published, report_outlet_of(&node->article), from, how)) return false;
  }
  return true;
}
