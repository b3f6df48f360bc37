using System.Security.Cryptography;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>
/// Asks several models at once and makes one answer of theirs: equal answers add up the weights of their members, and the confidence is the probability that the winner is right.
/// What members are worth is learned by tenant and task from outcomes that are reported. A panel that adds nothing follows its best member. Thread-safe.
/// </summary>
/// <remarks>It asks every member once: repetitions belong to the <see cref="LlmFailoverHandler"/> below. Members that fail leave a smaller panel.</remarks>
[LlmComponent(Component)]
public sealed partial class MultiModelEnsembler
{
    private const string Component = "multi_model_ensembler";

    private readonly EnsembleMember[] _members;
    private readonly IChatClient _client;
    private readonly EnsembleOptions _options;
    private readonly Func<EnsembleCandidate, double?> _quality;
    private readonly Func<MemberAnswer, decimal?> _cost;
    private readonly IErrorClassifier _classifier;
    private readonly PanelReservation? _reservation;
    private readonly TokenCounter? _counter;
    private readonly TimeProvider _time;
    private readonly AnswerFusion? _fusion;
    private readonly PanelBook _book;
    private readonly EnsembleTally _tally;

    /// <summary>Creates an ensembler.</summary>
    /// <param name="members">The models and what their votes weigh before outcomes say more.</param>
    /// <param name="client">
    /// Reaches every member: it is asked with <see cref="ChatOptions.ModelId"/> set and <see cref="LlmChatOptions.AllowFallback"/> off, so that no other model answers in a member's name.
    /// A <see cref="Pipeline.LlmPipeline"/> or the client of a <see cref="LlmFailoverHandler"/> does so. It is not disposed.
    /// </param>
    /// <param name="options">Strategy, limits and learning; <see langword="null"/> gives the defaults.</param>
    /// <param name="classifier">Says what exceptions mean; <see langword="null"/> is an <see cref="ErrorClassifier"/> without readers of providers.</param>
    /// <param name="ledger">Where the worst case of all members is reserved before one is asked; not the ledger of the client below, which would count twice. <see langword="null"/> keeps no budget.</param>
    /// <param name="counter">Counts for the ledger, where it is needed, and prices the calls.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <param name="random">Where the fences around answers come from, thread-safe; <see langword="null"/> is the system's cryptographic source.</param>
    /// <exception cref="ArgumentException">There is no member, one occurs twice, or there is a ledger and no counter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or an option is out of range.</exception>
    public MultiModelEnsembler(
        IReadOnlyList<EnsembleMember> members,
        IChatClient client,
        EnsembleOptions? options = null,
        IErrorClassifier? classifier = null,
        IBudgetLedger? ledger = null,
        TokenCounter? counter = null,
        TimeProvider? timeProvider = null,
        RandomNumberGenerator? random = null)
        : this(members, client, options, classifier, ledger, counter, timeProvider, random, host: null)
    {
    }

    internal MultiModelEnsembler(
        IReadOnlyList<EnsembleMember> members,
        IChatClient client,
        EnsembleOptions? options,
        IErrorClassifier? classifier,
        IBudgetLedger? ledger,
        TokenCounter? counter,
        TimeProvider? timeProvider,
        RandomNumberGenerator? random,
        PanelHost? host)
    {
        EnsembleMember.Validate(members, nameof(members));
        ArgumentNullException.ThrowIfNull(client);
        _members = [.. members];
        _client = client;
        _options = options ?? new EnsembleOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _classifier = classifier ?? new ErrorClassifier();
        _counter = counter;
        _reservation = ledger is null ? null : new PanelReservation(ledger, counter ?? throw new ArgumentException("A ledger needs a token counter.", nameof(counter)), host, _time);
        _quality = _options.Quality ?? host?.Quality ?? new GroundedQuality(new LlmQualityMonitor()).Measure;
        _cost = host?.Cost ?? PriceOf;
        _fusion = _options.FusingClient is { } fusing ? new AnswerFusion(fusing, new FenceSource(random), _time) : null;
        _book = new PanelBook(_members, _options);
        _tally = new EnsembleTally(_members, _options.HistorySize);
    }

    /// <summary>The members, in the order that breaks ties.</summary>
    public IReadOnlyList<EnsembleMember> Members => _members;

    internal IChatClient Client => _client;

    /// <summary>Asks the members and makes one answer of theirs.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Cancels the calls of all members.</param>
    /// <returns>The answer with what every member contributed; failed members are named with their error.</returns>
    /// <exception cref="EnsembleFailedException">No member gave an answer that has a vote.</exception>
    /// <exception cref="BudgetExceededException">The members together do not fit the budget; none was asked.</exception>
    [ErrorContext, TracePerformance]
    public partial Task<EnsembleResult> AskAsync(EnsembleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says which answer was right, so that the panel learns what its members are worth.</summary>
    /// <param name="result">The result of <see cref="AskAsync"/>.</param>
    /// <param name="correctAnswer">The right answer, in any form of its kind; it may be one that no member gave.</param>
    /// <returns><see langword="false"/> when the result was judged before, or there is no room for a further tenant and task: nothing is learned then.</returns>
    /// <exception cref="ArgumentException">The text holds no answer of the kind that the members' answers have.</exception>
    [ErrorContext, TracePerformance]
    public partial bool ReportOutcome(EnsembleResult result, string correctAnswer);

    /// <summary>Says which members were right.</summary>
    /// <param name="result">The result of <see cref="AskAsync"/>.</param>
    /// <param name="correctModels">The members that were right; empty when none was. Of several different answers the one that most of them gave counts as the right one.</param>
    /// <returns><see langword="false"/> when the result was judged before, or there is no room for a further tenant and task: nothing is learned then.</returns>
    /// <exception cref="ArgumentException">A model is not a member.</exception>
    [ErrorContext, TracePerformance]
    public partial bool ReportCorrectModels(EnsembleResult result, IReadOnlyCollection<string> correctModels);

    /// <summary>What is known of the panel: accuracies and weights.</summary>
    /// <param name="task">The task.</param>
    /// <param name="tenant">The tenant.</param>
    [ErrorContext, TracePerformance]
    public partial PanelModel GetPanel(LlmTask task = LlmTask.General, string tenant = "");

    /// <summary>What was done so far.</summary>
    [ErrorContext, TracePerformance]
    public partial EnsembleStatistics GetStatistics();

    [ErrorContext, TracePerformance]
    private partial Task<ChatResponse> AskMemberAsync(MemberCall call, CancellationToken cancellationToken);

    private bool ReportOutcomeCore(EnsembleResult result, string correctAnswer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(correctAnswer);
        AnswerClusters clusters = result.Ballot.Clusters;
        return AnswerCanonicalizer.Canonicalize(correctAnswer, clusters.Kind) is null
            ? throw new ArgumentException($"The text holds no answer of the kind {clusters.Kind}.", nameof(correctAnswer))
            : Learn(result.Ballot, clusters.Find(correctAnswer, _options.SimilarityThreshold));
    }

    private bool ReportCorrectModelsCore(EnsembleResult result, IReadOnlyCollection<string> correctModels)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(correctModels);
        if (correctModels.FirstOrDefault(id => !_members.Any(member => member.ModelId == id)) is { } stranger)
        {
            throw new ArgumentException($"The model '{stranger}' is not a member.", nameof(correctModels));
        }

        IReadOnlyList<int> votes = result.Ballot.Clusters.Votes;
        int[] right = [.. votes.Where((vote, member) => vote >= 0 && correctModels.Contains(_members[member].ModelId))];
        return Learn(result.Ballot, right.Length == 0 ? PanelOutcome.NoAnswer : right.CountBy(static vote => vote).MaxBy(static pair => pair.Value).Key);
    }

    private PanelModel GetPanelCore(LlmTask task, string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return _book.ModelOf(tenant, task);
    }

    private EnsembleStatistics GetStatisticsCore() => _tally.Snapshot();

    private bool Learn(Ballot ballot, int correct) => ballot.TryJudge() && _book.Add(ballot.Tenant, ballot.Task, new PanelOutcome([.. ballot.Clusters.Votes], correct));
}
