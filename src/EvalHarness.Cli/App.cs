using System.CommandLine;
using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Commands.Registry;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;

namespace EvalHarness.Cli;

/// <summary>The command line: arguments in, exit code out; the one place that knows what each kind of failure means.</summary>
public sealed class App(TextWriter output, TextWriter error, TimeProvider time)
{
    /// <summary>What a verb that asks line by line reads from.</summary>
    public TextReader Input { get; init; } = Console.In;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var terminal = new TerminalOutput(output, error);
        try
        {
            var parsed = Root(terminal).Parse(arguments);
            if (parsed.Errors.Count > 0)
                return BadArguments.Report(parsed, terminal);
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (InputException exception)
        {
            foreach (var problem in exception.Problems)
                terminal.Error(problem.ToString());
            return ExitCode.Invalid;
        }
        catch (RunStoppedException exception)
        {
            terminal.Error(exception.Message);
            return RunResult.ExitCodeOf(exception.Stops);
        }
        catch (OperationCanceledException)
        {
            terminal.Error("Stopped. Nothing is lost: the same command goes on from here.");
            return ExitCode.Stopped;
        }
#pragma warning disable CA1031 // The outermost place: what nobody expected becomes a report and exit code 70.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var report = new CrashReport(exception, arguments);
            terminal.Error($"This is a bug in evalharness: {report.Message}");
            terminal.Error($"Details are in {report.Write(time)}. A run that was under way is resumed by the same command.");
            return ExitCode.Bug;
        }
    }

    /// <summary>Every verb there is.</summary>
    internal RootCommand Root(TerminalOutput terminal)
    {
        var root = new RootCommand(
            """
            Compares RAG, fine-tuned and hybrid LLM pipelines on a gold dataset, with intervals.

            Start with:  evalharness run datasets/helpdesk/experiment.yaml
            Each verb explains itself:  evalharness run --help

            Exit codes: 0 done, PROMOTE · 1 a verdict against · 2 undecided · 3 invalid input, or nothing may be concluded · 4 stopped, resumable · 70 a bug
            """);
        root.Add(new InitCommand(terminal).Build());
        root.Add(new GenerateCommand(terminal, time).Build());
        root.Add(new ReviewCommand(terminal, Input, time).Build());
        root.Add(new ValidateCommand(terminal, time).Build());
        root.Add(new DoctorCommand(terminal, time).Build());
        root.Add(new LintTrainingCommand(terminal).Build());
        root.Add(new TrainCommand(terminal, time).Build());
        root.Add(new RunCommand(terminal, time).Build());
        root.Add(new SweepCommand(terminal, time).Build());
        root.Add(new RetryCommand(terminal, time).Build());
        root.Add(new ScoreCommand(terminal, time).Build());
        root.Add(new CompareCommand(terminal, time).Build());
        root.Add(new DiffRunsCommand(terminal, time).Build());
        root.Add(new ShowSampleCommand(terminal, time).Build());
        root.Add(new RemedyCommand(terminal, time).Build());
        root.Add(new FreshnessCommand(terminal, time).Build());
        root.Add(new DecideCommand(terminal, time).Build());
        root.Add(new ReportCommand(terminal, time).Build());
        root.Add(new ServeCommand(terminal, time).Build());
        root.Add(new GateCommand(terminal, time).Build());
        root.Add(new PricesCommand(terminal).Build());
        root.Add(new ImportCommand(terminal).Build());
        root.Add(new LabelCommand(terminal, time).Build());
        root.Add(new CalibrateCommand(terminal, time).Build());
        root.Add(new CheckpointsCommand(terminal, time).Build());
        root.Add(new CacheCommand(terminal, time).Build());
        root.Add(new NightlyCommand(terminal, time).Build());
        root.Add(new MlflowCommand(terminal, time).Build());
        root.Add(new CompletionCommand(terminal).Build());
        HelpWithExamples.AddTo(root);
        return root;
    }
}
