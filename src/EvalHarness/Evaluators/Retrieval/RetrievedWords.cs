namespace EvalHarness.Evaluators.Retrieval;

/// <summary>The words of some passages, and those of them that are gold.</summary>
internal sealed class RetrievedWords
{
    public RetrievedWords(IEnumerable<Ranked> passages, HashSet<(string Document, int Word)> gold, DocumentWords words)
    {
        HashSet<(string, int)> found = [];
        foreach (var passage in passages)
        {
            // Of a passage from elsewhere only the length is known.
            if (passage.Span is not { } span)
            {
                Count += DocumentWords.Count(passage.Text!);
                continue;
            }

            foreach (var word in words.In(passage.Document, span))
            {
                Count++;
                if (!gold.Contains(word))
                    continue;
                Hits++;
                found.Add(word);
            }
        }

        Found = found.Count;
    }

    /// <summary>Words retrieved; one that two passages hold counts twice.</summary>
    public int Count { get; }

    /// <summary>Of those, gold.</summary>
    public int Hits { get; }

    /// <summary>Different gold words.</summary>
    public int Found { get; }
}
