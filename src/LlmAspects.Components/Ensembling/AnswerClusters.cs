namespace LlmAspects.Components.Ensembling;

/// <summary>The answers of a panel, equal ones together.</summary>
/// <param name="kind">The kind of the answers; never <see cref="AnswerKind.Automatic"/>.</param>
/// <param name="votes">For each member its cluster, or <see cref="PanelOutcome.NoAnswer"/> or <see cref="PanelOutcome.Absent"/>.</param>
/// <param name="forms">The canonical form of each cluster's first answer.</param>
/// <param name="texts">What each member says, for free text.</param>
internal sealed class AnswerClusters(AnswerKind kind, int[] votes, IReadOnlyList<CanonicalAnswer> forms, TextAnswer?[] texts)
{
    public AnswerKind Kind => kind;

    public IReadOnlyList<int> Votes => votes;

    public IReadOnlyList<CanonicalAnswer> Forms => forms;

    /// <summary>Puts equal answers together; free texts by the mean similarity with what is in a cluster already, in the order of the members.</summary>
    /// <param name="answers">The text of each member; <see langword="null"/> when it is absent.</param>
    /// <param name="kind">The kind of the answers.</param>
    /// <param name="similarity">The similarity from which free texts are the same answer, above 0 to 1.</param>
    public static AnswerClusters Of(IReadOnlyList<string?> answers, AnswerKind kind, double similarity)
    {
        if (kind == AnswerKind.Automatic)
        {
            kind = AnswerCanonicalizer.DetectKind([.. answers.OfType<string>()]);
        }

        int[] votes = new int[answers.Count];
        var forms = new List<CanonicalAnswer>();
        var texts = new TextAnswer?[answers.Count];
        for (int member = 0; member < votes.Length; member++)
        {
            votes[member] = answers[member] switch
            {
                null => PanelOutcome.Absent,
                { } answer when AnswerCanonicalizer.Canonicalize(answer, kind) is not { } form => PanelOutcome.NoAnswer,
                { } answer when kind == AnswerKind.Text => PlaceText(member, texts, votes, forms.Count, answer, similarity),
                { } answer => PlaceForm(AnswerCanonicalizer.Canonicalize(answer, kind)!.Value, forms),
            };
            if (kind == AnswerKind.Text && votes[member] == forms.Count)
            {
                forms.Add(new CanonicalAnswer(kind, texts[member]!.Form));
            }
        }

        return new AnswerClusters(kind, votes, forms, texts);
    }

    /// <summary>The cluster that an answer belongs to; <see cref="PanelOutcome.NoAnswer"/> when nobody gave it.</summary>
    public int Find(string answer, double similarity)
    {
        if (AnswerCanonicalizer.Canonicalize(answer, kind) is not { } form)
        {
            return PanelOutcome.NoAnswer;
        }

        if (kind != AnswerKind.Text)
        {
            return forms.Index().Where(pair => pair.Item == form).Select(static pair => pair.Index).FirstOrDefault(PanelOutcome.NoAnswer);
        }

        TextAnswer text = TextAnswer.Read(answer);
        int cluster = Nearest(text, texts, votes, forms.Count, votes.Length, similarity);
        return cluster < forms.Count ? cluster : PanelOutcome.NoAnswer;
    }

    /// <summary>The member that speaks for a cluster: of free texts the medoid, the one most similar to the others; ties, and all other kinds, by weight, then order.</summary>
    public int Spokesman(int cluster, IReadOnlyList<double> weights)
    {
        int[] members = [.. Enumerable.Range(0, votes.Length).Where(member => votes[member] == cluster)];
        return members
            .OrderByDescending(member => kind == AnswerKind.Text ? Math.Round(members.Sum(other => texts[member]!.SimilarityTo(texts[other]!)), 9) : 0)
            .ThenByDescending(member => weights[member])
            .ThenBy(static member => member)
            .First();
    }

    private static int PlaceForm(CanonicalAnswer form, List<CanonicalAnswer> forms)
    {
        int cluster = forms.IndexOf(form);
        if (cluster < 0)
        {
            cluster = forms.Count;
            forms.Add(form);
        }

        return cluster;
    }

    private static int PlaceText(int member, TextAnswer?[] texts, int[] votes, int clusters, string answer, double similarity)
    {
        TextAnswer text = TextAnswer.Read(answer);
        texts[member] = text;
        return Nearest(text, texts, votes, clusters, member, similarity);
    }

    // The number of clusters when none is near enough.
    private static int Nearest(TextAnswer text, TextAnswer?[] texts, int[] votes, int clusters, int members, double similarity)
    {
        (int nearest, double best) = (clusters, similarity - 1e-9);
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            double mean = Enumerable.Range(0, members).Where(member => votes[member] == cluster && texts[member] is not null).Average(member => text.SimilarityTo(texts[member]!));
            if (mean > best)
            {
                (nearest, best) = (cluster, mean);
            }
        }

        return nearest;
    }
}
