using System.Runtime.CompilerServices;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>Each id once: a recording holds a question for each system that answered it.</summary>
internal static class DistinctSamples
{
    /// <exception cref="InputException">One id stands for two questions.</exception>
    public static async IAsyncEnumerable<Sample> DistinctById(this IAsyncEnumerable<Sample> samples, LeftOut leftOut, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, string> questions = new(StringComparer.Ordinal);
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            if (questions.TryAdd(sample.Id, sample.Question))
                yield return sample;
            else if (questions[sample.Id] == sample.Question)
                leftOut.Add("further rows of a question that was read before (each is kept once)", sample.Id);
            else
                throw new InputException(new InputProblem(source, $"the id '{sample.Id}' stands for two questions", "Map id to a column that is unique to a question, or leave it out."));
        }
    }
}
