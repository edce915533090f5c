using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;
using Spectre.Console;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Asks on a terminal: arrows choose; a wording that is only confirmed stays.</summary>
internal sealed class PromptDesk(IAnsiConsole console) : IReviewDesk
{
    private static readonly Dictionary<string, ReviewStep> Choices = new(StringComparer.Ordinal)
    {
        ["Accept"] = ReviewStep.Accept,
        ["Reject"] = ReviewStep.Reject,
        ["Edit the question"] = ReviewStep.EditQuestion,
        ["Edit the answer"] = ReviewStep.EditAnswer,
        ["Skip"] = ReviewStep.Skip,
        ["Back"] = ReviewStep.Back,
        ["Quit"] = ReviewStep.Quit,
    };

    public ReviewAnswer Ask(Draft draft)
    {
        var offered = Choices.Where(c => c.Value != ReviewStep.EditAnswer || draft.Kind != DraftKind.Unanswerable).Select(c => c.Key);
        var step = Choices[console.Prompt(new SelectionPrompt<string>().AddChoices(offered))];
        return step switch
        {
            ReviewStep.Reject => new ReviewAnswer(step, Text("Why?", null)),
            ReviewStep.EditQuestion => new ReviewAnswer(step, Text("Question:", draft.Question)),
            ReviewStep.EditAnswer => new ReviewAnswer(step, Text("Answer:", draft.Answers[0])),
            _ => new ReviewAnswer(step),
        };
    }

    private string Text(string asked, string? now)
    {
        TextPrompt<string> prompt = new(asked) { Validator = text => string.IsNullOrWhiteSpace(text) ? ValidationResult.Error("It must not be empty.") : ValidationResult.Success() };
        if (now is not null)
            prompt.DefaultValue(Markup.Escape(TerminalText.Safe(now)));
        var said = console.Prompt(prompt).Trim();
        // What was only shown harmless is not to be kept so.
        return now is not null && said == Markup.Escape(TerminalText.Safe(now)) ? now : said;
    }
}
