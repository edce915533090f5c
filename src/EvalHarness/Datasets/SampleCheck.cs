using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Datasets;

/// <summary>Checks one row of a dataset and reads it.</summary>
internal sealed class SampleCheck(Corpus? corpus)
{
    private readonly JsonSchema schema = InputSchemas.Named("samples");
    private readonly EvidenceCheck? evidence = corpus is null ? null : new EvidenceCheck(corpus);

    /// <summary>The row's id, as far as it has one.</summary>
    public static string? Id(JsonLine line) =>
        line.Problem is null && line.Root.ValueKind == JsonValueKind.Object && line.Root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    /// <summary>The sample, its question filled in; nothing when the row is not of the right form, which is then among the problems.</summary>
    public Sample? Read(JsonLine line, ProblemList problems)
    {
        if (line.Problem is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        if (schema.Validate(line.Root) is { Count: > 0 } errors)
        {
            problems.AddErrors(errors, line.Source());
            return null;
        }

        var sample = line.Root.Deserialize<Sample>(InputJson.Options)!;
        problems.AddRange(Problems(sample, line));
        return sample.Messages.Count == 0 ? sample : sample with { Question = sample.Messages[^1].Content };
    }

    private IEnumerable<InputProblem> Problems(Sample sample, JsonLine line) =>
        [.. QuestionProblems(sample, line), .. AnswerProblems(sample, line), .. evidence?.Problems(sample, line) ?? []];

    private static IEnumerable<InputProblem> QuestionProblems(Sample sample, JsonLine line)
    {
        if (sample.Messages.Count == 0)
        {
            if (sample.Question.Length == 0)
                yield return new InputProblem(line.Source().Where(""), "neither 'question' nor 'messages' is there", "Add 'question', or 'messages' for a conversation.");
            yield break;
        }

        var last = sample.Messages.Count - 1;
        if (sample.Messages[last].Role != "user")
            yield return new InputProblem(line.Source().Where($"/messages/{last}/role"), $"the last turn is of the role '{sample.Messages[last].Role}'", "End the conversation with the user's question.");
        if (sample.Question.Length > 0 && sample.Question != sample.Messages[last].Content)
            yield return new InputProblem(line.Source().Where("/question"), "'question' differs from the last turn of 'messages'", "Leave 'question' out: the last turn is the question.");
    }

    private static IEnumerable<InputProblem> AnswerProblems(Sample sample, JsonLine line)
    {
        if (sample.Unanswerable && sample.Answers.Count > 0)
            yield return new InputProblem(line.Source().Where("/answers"), "the sample is unanswerable and has answers", "Remove 'answers', or 'unanswerable'.");
        if (sample.Unlabelled && (sample.Unanswerable || sample.Answers.Count > 0))
            yield return new InputProblem(line.Source().Where("/unlabelled"), "the sample is unlabelled and says what is right", "Remove 'unlabelled', or what it contradicts.");
        if (!sample.Unanswerable && !sample.Unlabelled && sample.Answers.Count == 0)
            yield return new InputProblem(line.Source().Where("/answers"), "there is no answer", "Add 'answers', or \"unanswerable\": true when the corpus does not say, or \"unlabelled\": true when nobody knows yet.");
    }
}
