using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData;

/// <summary>Finds the examples of a training file that are nearest to questions: what a tuned model may have answered from.</summary>
/// <remarks>Each question is compared with each example, by shingles as near-duplicates are; the file is read once, and memory holds the questions and what is kept of each.</remarks>
/// <param name="count">Examples kept per question.</param>
public sealed class NearestExamples(int count)
{
    /// <returns>By question, the nearest first; examples that share no shingle are left out.</returns>
    /// <exception cref="Inputs.InputException">The file is missing, or rows in it are wrong.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<NearExample>>> FindAsync(string file, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        uint[][] asked = [.. questions.Select(q => new ComparedText(q).Letters)];
        var kept = questions.Select(_ => new List<NearExample>()).ToList();
        await foreach (var example in TrainingReader.ReadAsync(file, cancellationToken))
        {
            ComparedText text = new(Conversations.Text([.. example.Asked]));
            for (var place = 0; place < asked.Length; place++)
                Keep(kept[place], new NearExample(example.Line, Shingles.Similarity(asked[place], text.Letters), text.Text, example.Target));
        }

        return kept;
    }

    // Of equally near ones the first in the file stays.
    private void Keep(List<NearExample> nearest, NearExample example)
    {
        if (example.Similarity == 0 || (nearest.Count == count && example.Similarity <= nearest[^1].Similarity))
            return;
        var place = nearest.FindIndex(n => n.Similarity < example.Similarity);
        nearest.Insert(place < 0 ? nearest.Count : place, example);
        if (nearest.Count > count)
            nearest.RemoveAt(count);
    }
}
