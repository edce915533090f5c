using Spectre.Console;

namespace EvalHarness.Cli.Starting;

/// <summary>Asks the five questions on a terminal; what the command line said already is not asked.</summary>
internal sealed class StarterQuestions(IAnsiConsole console)
{
    public StarterAnswers Ask(StarterGiven given)
    {
        var usual = StarterAnswers.Default;
        var asked = usual with { Compare = given.Compare ?? Arms() };
        return asked with
        {
            Url = given.Url ?? Text("Where do they answer (base URL of an OpenAI-compatible server)?", usual.Url),
            Model = given.Model ?? Text("Which model there?", usual.Model),
            TunedModel = given.TunedModel ?? (asked.IsTuned ? Text("And the tuned model's name?", usual.TunedModel) : usual.TunedModel),
            Corpus = given.Corpus ?? Text("Where are the documents (a folder)?", usual.Corpus),
            Answer = given.Answer ?? One("What format must answers have?", StarterAnswers.Forms),
            Rows = given.Rows ?? usual.Rows,
            Matters = given.Matters ?? One("What matters most?", StarterAnswers.Criteria),
        };
    }

    private List<string> Arms()
    {
        var prompt = new MultiSelectionPrompt<string>().Title("What do you compare? Two or more: space chooses, enter ends; the first one is the baseline.").AddChoices(StarterAnswers.Arms);
        foreach (var arm in StarterAnswers.Default.Compare)
            prompt.Select(arm);
        return console.Prompt(prompt);
    }

    private string Text(string question, string usual) => console.Prompt(new TextPrompt<string>(question).DefaultValue(usual)).Trim();

    private string One(string question, IReadOnlyList<string> choices) => console.Prompt(new SelectionPrompt<string>().Title(question).AddChoices(choices));
}
