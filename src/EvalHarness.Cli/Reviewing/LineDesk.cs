using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Asks line by line, where no terminal is: a letter, and a text behind it. The end of the input quits.</summary>
internal sealed class LineDesk(TextReader input, TerminalOutput terminal) : IReviewDesk
{
    private const string Usage = "a = accept, r <reason> = reject, q <text> = another question, w <text> = another answer, s = skip, b = back, x = quit";

    private bool isExplained;

    public ReviewAnswer Ask(Draft draft)
    {
        if (!isExplained)
            terminal.Note(Usage);
        isExplained = true;
        while (true)
        {
            if (input.ReadLine() is not { } line)
                return new ReviewAnswer(ReviewStep.Quit);
            if (Read(line.Trim(), draft) is { } answer)
                return answer;
        }
    }

    private ReviewAnswer? Read(string line, Draft draft)
    {
        var (letter, text) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : (line, "");
        ReviewStep? step = letter switch
        {
            "a" => ReviewStep.Accept,
            "r" => ReviewStep.Reject,
            "q" => ReviewStep.EditQuestion,
            "w" => ReviewStep.EditAnswer,
            "s" => ReviewStep.Skip,
            "b" => ReviewStep.Back,
            "x" => ReviewStep.Quit,
            _ => null,
        };
        if (step is null)
            terminal.Note($"'{letter}' is none of a, r, q, w, s, b, x.");
        else if (step is ReviewStep.Reject or ReviewStep.EditQuestion or ReviewStep.EditAnswer && text.Length == 0)
            terminal.Note($"'{letter}' needs a text behind it: {(step is ReviewStep.Reject ? "why it is rejected" : "the new wording")}.");
        else if (step is ReviewStep.EditAnswer && draft.Kind == DraftKind.Unanswerable)
            terminal.Note("The question has no answer: reject it where it has one.");
        else
            return new ReviewAnswer(step.Value, text);
        return null;
    }
}
