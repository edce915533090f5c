using System.CommandLine;
using EvalHarness.Cli.Starting;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Sets up a comparison: five questions, then the files of an experiment that passes validate.</summary>
internal sealed class InitCommand(TerminalOutput terminal)
{
    private readonly Argument<string> folder = new("folder") { Description = "Where the files go; made when it is not there.", DefaultValueFactory = _ => "." };
    private readonly StarterOptions options = new();
    private readonly Option<bool> yes = new("--yes") { Description = "Ask nothing: take the usual where an option is left out." };
    private readonly Option<bool> force = new("--force") { Description = "Write over files that are there; never over samples or documents." };

    public Command Build()
    {
        var verb = new Verb(
            "init",
            "Write what a first comparison needs: experiment.yaml, gate.yaml, decision.yaml, prompts, two placeholder samples, a workflow. Asks five questions, or takes options.",
            "evalharness init my-eval",
            "evalharness init my-eval --compare rag,fine-tuned,hybrid --url http://127.0.0.1:8000/v1 --model base-7b --tuned-model help-7b --corpus docs --answer json --matters citations",
            "evalharness init my-eval --yes") { folder, yes, force };
        options.AddTo(verb);
        verb.SetAction(Run);
        return verb;
    }

    private int Run(ParseResult parsed)
    {
        var place = new StarterFolder(Path.GetFullPath(parsed.GetRequiredValue(folder)));
        var answers = Answers(options.Given(parsed), parsed.GetValue(yes));
        if (answers.Compare.Count < 2)
            throw new InputException(new InputProblem("--compare", "one pipeline cannot be compared", $"Name two or more of {string.Join(", ", StarterAnswers.Arms)}."));
        foreach (var written in place.Write(answers, parsed.GetValue(force)))
            terminal.Line($"written: {written}");
        terminal.Line($"Next: put your questions into samples.jsonl, or have them drafted (evalharness generate); then: evalharness validate {Path.Combine(parsed.GetRequiredValue(folder), "experiment.yaml")}");
        return ExitCode.Done;
    }

    private StarterAnswers Answers(StarterGiven given, bool takesTheUsual)
    {
        string[] missing = [.. given.Missing()];
        if (takesTheUsual || missing.Length == 0)
            return given.OrUsual();
        return terminal.IsInteractive && !Console.IsInputRedirected
            ? new StarterQuestions(terminal.Progress).Ask(given)
            : throw new InputException(new InputProblem("init", $"nobody can be asked here, and {string.Join(", ", missing)} are left out", "Give them, or --yes for the usual."));
    }
}
