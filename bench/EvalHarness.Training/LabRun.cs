using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Checks;
using System.Text.Json;
using System.IO.Compression;
namespace EvalHarness.Training;
#pragma warning disable
internal static class LabRun
{
    public static void Run(string[] args)
    {
        var dir = "/work/wt/verifier/tests/EvalHarness.Tests/Evaluators/Groundedness/Pairs/";
        if (args[1] == "battery") { Lab.Battery(dir + "tuning.json", true); Console.WriteLine("--- held out"); Lab.Battery(dir + "held-out.json", args.Length>3); return; }
        if (args[1] == "false") { Falses(args[2]); return; }
        var answers = LabelledData.Read("/work/shared/data/groundedness");
        if (args[1] == "precision") Lab.Precision(answers);
        if (args[1] == "variants") {
            var pairs = new[]{"tuning","held-out"}.Select(f => Lab.Pairs(dir + f + ".json").Select(p => (p, S: Made(Lab.Read(p,p.Supported).Item1), C: Made(Lab.Read(p,p.Contradicted).Item1))).ToList()).ToList();
            foreach (var line in File.ReadAllLines(args[2]).Where(l => l.Trim().Length>0 && !l.StartsWith("#"))) {
                var (name, json) = (line.Split('\t')[0], line.Split('\t')[1]);
                var options = JsonSerializer.Deserialize<TrainingOptions>(json);
                var train = Measurement.Trained(options);
                var cv = new CrossValidation(answers, train, options.ThresholdByFile);
                Console.WriteLine(Result.Of(name + " group", cv.ByGroup()));
                Console.WriteLine(Result.Of(name + " file", cv.ByFile()));
                var training = answers.Where(a => LabelledData.MayTrain(a.File)).ToList();
                var score = train(training); var t = cv.Threshold(training);
                Console.WriteLine("     battery " + string.Join("; ", pairs.Select(ps => $"order {ps.Count(x => score(x.S) > score(x.C))}/{ps.Count} supported ok {ps.Count(x => score(x.S) >= t)} contradicted ok {ps.Count(x => score(x.C) < t)}")) + $" threshold {t:F3}");
            }
        }
    }
    static LabelledAnswer Made(List<double[]> claims) => new("pair","g","s","",true,1,1,claims);
    static void Falses(string kind)
    {
        foreach (var file in LabelledData.Files.Where(LabelledData.MayTrain))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead("/work/shared/data/groundedness/" + file + ".jsonl.gz"), CompressionMode.Decompress));
            int shown = 0;
            while (reader.ReadLine() is { } line && shown < 12)
            {
                var row = JsonSerializer.Deserialize<JsonElement>(line);
                if (row.GetProperty("label").GetInt32() == 0) continue;
                var q = row.GetProperty("question"); var asked = new PreparedQuestion(q.ValueKind==JsonValueKind.String?q.GetString():"");
                var ev = new PreparedEvidence(new EvidenceText("c","",row.GetProperty("context").GetString(),0));
                foreach (var c in ClaimSplitter.Split(row.GetProperty("answer").GetString())) {
                    var m = new EvidenceMatch(new PreparedClaim(c, asked), [ev]); if (m.Best is not {} b) continue;
                    var r = new ClaimReading(m, b);
                    for (var k=0;k<6;k++) if (Lab.ContradictionNames[k]==kind && r.Contradicts(k)) { shown++; Console.WriteLine($"[{file}] {c.Text}\n    => {string.Join(" / ", r.Findings.Where(f=>f.IsContradiction).Select(f=>f.Reason))}\n    ev: {(m.Close.Count>0 ? ev.Text[ev.Spans[m.Close[0].Sentence].Start..ev.Spans[m.Close[0].Sentence].End] : "")}"); }
                }
            }
        }
    }
}
