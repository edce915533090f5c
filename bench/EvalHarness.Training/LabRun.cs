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
                Quick(name, options, answers, train, pairs.Select(ps => ps.Select(x => (x.S, x.C)).ToList()).ToList());
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

    static void Quick(string name, TrainingOptions o, List<LabelledAnswer> answers, Func<IReadOnlyList<LabelledAnswer>, Func<LabelledAnswer, double>> train, List<List<(LabelledAnswer S, LabelledAnswer C)>> pairs)
    {
        var may = answers.Where(a => LabelledData.MayTrain(a.File)).ToList();
        var files = LabelledData.Files; var jobs = new List<(string Kind, int K)>();
        for (var i=0;i<5;i++) jobs.Add(("g", i)); foreach (var i in Enumerable.Range(0,5)) jobs.Add(("f", i)); jobs.Add(("all",0));
        var g = new System.Collections.Concurrent.ConcurrentBag<(LabelledAnswer A, double S)>(); var f = new System.Collections.Concurrent.ConcurrentBag<(LabelledAnswer A, double S)>(); Func<LabelledAnswer,double> full = null;
        Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, job => {
            if (job.Kind == "all") { var s = train(may); full = s; foreach (var a in answers.Where(a => !LabelledData.MayTrain(a.File))) f.Add((a, s(a))); return; }
            bool Test(LabelledAnswer a) => a.File != "made" && (job.Kind == "g" ? CrossValidation.Fold(a.Group, 5, "outer") == job.K : a.File == files[job.K]);
            var test = answers.Where(Test).ToList(); var groups = test.Select(a => a.Group).ToHashSet();
            var sc = train(may.Where(a => !Test(a) && !groups.Contains(a.Group)).ToList());
            foreach (var a in test) (job.Kind == "g" ? g : f).Add((a, sc(a)));
        });
        double T(IEnumerable<(LabelledAnswer A, double S)> rows) => Figures.BestThreshold(rows.Where(r => LabelledData.MayTrain(r.A.File)).OrderBy(r=>r.S).ThenBy(r=>r.A.File).Select(r => (r.S, r.A.IsGrounded, r.A.File)).ToList());
        var tg = T(g); var tf = T(f);
        Console.WriteLine(Result.Of(name + " group", g.Select(r => new Held(r.A, r.S, tg)).ToList()));
        Console.WriteLine(Result.Of(name + " file", files.SelectMany(file => { var t = T(g.Where(x => x.A.File != file)); var ff=f.Where(r=>r.A.File==file).ToList(); if (file.Contains("data2")) Console.WriteLine($"     data2txt supported {ff.Count(r=>r.S>=t)}/{ff.Count}"); return f.Where(r => r.A.File == file).Select(r => new Held(r.A, r.S, t)); }).ToList()));
        foreach (var (t, nm) in new[]{(tg,"group")})
            Console.WriteLine($"     battery thr {nm} {t:F2}: " + string.Join("; ", pairs.Select(ps => $"order {ps.Count(x => full(x.S) > full(x.C))}/{ps.Count} supp {ps.Count(x => full(x.S) >= t)} contr {ps.Count(x => full(x.C) < t)}")));
    }
}
