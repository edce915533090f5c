using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Where the program speaks. Results go to standard output, everything else to standard error, and text from data cannot steer the terminal.</summary>
internal sealed class TerminalOutput
{
    private const int LogWidth = 100;

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

    /// <summary>One that says what it is about to do, and prints no results: they are another verb's.</summary>
    public TerminalOutput WithoutResults() => new(TextWriter.Null, error);

    /// <summary>For tables.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>For progress.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>How wide tables may be, in columns: the terminal's width; in a log always the same.</summary>
    public int Width => Interactive(output, System.Console.Out, System.Console.IsOutputRedirected) ? Results.Profile.Width : LogWidth;

    public void Line(string text) => output.WriteLine(TerminalText.Safe(text));

    /// <summary>A sentence, folded between words where a terminal is narrow.</summary>
    public void Paragraph(string text) => Results.Write(new Paragraph(TerminalText.Safe(text) + "\n"));

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
        // A log has no width of its own, and folds nothing.
        if (!interactive)
            console.Profile.Width = 10 * LogWidth;
        return console;
    }
}
