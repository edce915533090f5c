using System.Text;

namespace EvalHarness.Imports.Recorded;

/// <summary>A question as it is compared: Unicode NFC, each run of white space one space, none at the ends.</summary>
internal static class QuestionText
{
    public static string Of(string question) =>
        string.Join(' ', question.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
