using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Where the program speaks. Results go to standard output, everything else to standard error, and text from data cannot steer the terminal.</summary>
internal sealed class TerminalOutput
{
    private readonly TextWriter output;
    private readonly TextWriter error;

    public TerminalOutput(TextWriter output, TextWriter error)
    {
        this.output = output;
        this.error = error;
        Results = Console(output, Interactive(output, System.Console.Out, System.Console.IsOutputRedirected));
        Progress = Console(error, IsInteractive);
    }

    /// <summary>Whether somebody is watching: a progress bar instead of lines.</summary>
    public bool IsInteractive => Interactive(error, System.Console.Error, System.Console.IsErrorRedirected);

    /// <summary>For tables.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>For progress.</summary>
    public IAnsiConsole Progress { get; }

    public void Line(string text) => output.WriteLine(TerminalText.Safe(text));

    public void Note(string text) => error.WriteLine(TerminalText.Safe(text));

    public void Error(string text) => error.WriteLine("error: " + TerminalText.Safe(text));

    private static bool Interactive(TextWriter writer, TextWriter standard, bool redirected) => ReferenceEquals(writer, standard) && !redirected;

    private static IAnsiConsole Console(TextWriter writer, bool interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
        });
        // A log has no width of its own: tables must not be folded to eighty columns.
        if (!interactive)
            console.Profile.Width = 160;
        return console;
    }
}
