namespace EvalHarness.Inputs;

/// <summary>Input that people wrote is wrong: says where, what was found, and how to mend it.</summary>
/// <remarks>The command line turns it into exit code 3; nothing has been written when it is thrown.</remarks>
public sealed class InputException(IReadOnlyList<InputProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public InputException(InputProblem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<InputProblem> Problems { get; } = problems;
}
