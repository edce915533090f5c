namespace EvalHarness.Imports.Recorded;

/// <summary>A question as it is compared: letters composed with their marks, each run of white space one space, none at the ends.</summary>
internal static class QuestionText
{
    public static string Of(string question) =>
        string.Join(' ', ComposedLetters.Of(question).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
