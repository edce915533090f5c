using System.Text;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Reads a JSON Schema that the user wrote.</summary>
public static class SchemaFile
{
    /// <exception cref="InputException">The file is missing, is not JSON, or is no schema of draft 2020-12: all problems, each with its place.</exception>
    public static JsonSchema Read(string file)
    {
        var text = InputText.Read(file);
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (JsonText.Parse(file, utf8, firstLine: 1).Problem is { } problem)
            throw new InputException(problem);
        try
        {
            return JsonSchema.Parse(text);
        }
        catch (SchemaException exception)
        {
            ProblemList problems = new();
            problems.AddErrors(exception.Errors, JsonSource.Map(file, utf8));
            problems.ThrowIfAny();
            throw;
        }
    }
}
