using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Imports.Recorded;

/// <summary>Answers by question and repetition; all in memory.</summary>
public sealed class Recording
{
    private readonly Dictionary<(string Question, int Repeat), RecordedAnswer> answers = [];
    private bool retrieves;

    private Recording()
    {
    }

    public int Count => answers.Count;

    /// <param name="numbersRepeats">A question that comes again without a number is its next repetition.</param>
    /// <exception cref="InputException">Two answers stand for one question: all such places.</exception>
    public static async Task<Recording> ReadAsync(IAsyncEnumerable<RecordedAnswer> read, bool numbersRepeats, CancellationToken cancellationToken)
    {
        Recording recording = new();
        ProblemList problems = new();
        await foreach (var answer in read.WithCancellation(cancellationToken))
            recording.Add(answer, numbersRepeats, problems);
        problems.ThrowIfAny();
        return recording;
    }

    /// <exception cref="NotRecordedException">It is not in the recording, or failed when it was made.</exception>
    public RecordedAnswer Find(string question, int repeat)
    {
        var key = QuestionText.Of(question);
        if (answers.TryGetValue((key, repeat), out var found))
            return found.Error is { } error ? throw new NotRecordedException($"failed when it was recorded: {error}") : Shown(found);
        throw new NotRecordedException(answers.ContainsKey((key, 0))
            ? $"repetition {repeat} of the question is not in the recording"
            : "the question is not in the recording");
    }

    private void Add(RecordedAnswer answer, bool numbersRepeats, ProblemList problems)
    {
        var question = QuestionText.Of(answer.Question);
        var repeat = answer.Repeat ?? (numbersRepeats ? Next(question) : 0);
        retrieves |= answer.Answer?.Passages is { Count: > 0 };
        if (answers.TryAdd((question, repeat), answer))
            return;
        var first = answers[(question, repeat)];
        if (first.Id != answer.Id)
            problems.Add(answer.Where, $"the question of '{answer.Id}' has the same text as that of '{first.Id}' ({first.Where})", "Answers are matched by question: leave one of them out of recording and dataset, or word them apart.");
        else if (first.Answer?.Text != answer.Answer?.Text || first.Error != answer.Error)
            problems.Add(answer.Where, $"the question was answered before, in {first.Where}", "Pick one system with where: { column: value }, or say with map: { repeat: column } which repetition it is.");
    }

    private int Next(string question)
    {
        var repeat = 0;
        while (answers.ContainsKey((question, repeat)))
            repeat++;
        return repeat;
    }

    // Where no row has a passage the system does not retrieve; where others have some, none means that it found none.
    private RecordedAnswer Shown(RecordedAnswer found) =>
        retrieves || found.Answer is not { } answer ? found : found with { Answer = answer with { Passages = null } };
}
