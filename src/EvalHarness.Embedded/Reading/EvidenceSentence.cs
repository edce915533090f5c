using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>A sentence of the passages, with what it is compared by.</summary>
/// <param name="PassageRank">Its passage's place in the prompt, from 0.</param>
/// <param name="Terms">In order.</param>
/// <param name="Around">Terms of the passage's title and of the heading above it.</param>
/// <param name="Neighbours">Terms of the sentences before and after it.</param>
/// <param name="PassageTerms">Terms of the whole passage.</param>
internal sealed record EvidenceSentence(
    Sentence Sentence,
    PromptPassage Passage,
    int PassageRank,
    IReadOnlyList<string> Terms,
    IReadOnlySet<string> Set,
    IReadOnlySet<string> Around,
    IReadOnlySet<string> Neighbours,
    IReadOnlySet<string> PassageTerms)
{
    public string Document => Passage.Document;
}
