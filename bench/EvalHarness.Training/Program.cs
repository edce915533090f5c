using EvalHarness.Training;

// Trains the local verifier and measures it. Prints the figures; writes the weights when a file for them is named.
if (args.Length is 0 or > 2 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/EvalHarness.Training -c Release -- <folder of labelled files> [<weights file to write>]");
    return 3;
}

var options = new TrainingOptions();
var answers = LabelledData.Read(args[0]);
var results = new Measurement(answers, options).Run(Console.Out);
if (args.Length == 2)
    WeightsFile.Write(args[1], args[0], answers, options, results);
return 0;
