import { matchObject } from "@/lib/kube/search-match";
import type { KubeSearchAnswer, SearchHit } from "@/lib/schemas/kube-search";

/**
 * Of an answer to an earlier, shorter text: the hits that fit the longer one too. They are right already, though there
 * may be more; how many, only the panel knows, so nothing is said of it.
 */
export function narrowAnswer(answer: KubeSearchAnswer, words: readonly string[]): KubeSearchAnswer {
  const groups = answer.groups.flatMap((group) => {
    const hits = group.hits.filter((hit) => fits(hit, words));
    return hits.length === 0 ? [] : [{ ...group, hits, total: hits.length }];
  });
  return { groups, incomplete: [] };
}

const fits = ({ name, namespace, label }: SearchHit, words: readonly string[]) =>
  matchObject({ name, namespace, labels: { label } }, words) !== null;
