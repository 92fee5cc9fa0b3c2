<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
  <context>
    <name>app</name>
    <message>
      <source> days</source>
      <translation> jours</translation>
    </message>
    <message>
      <source>% of this one</source>
      <translation>% de celle-ci</translation>
    </message>
    <message>
      <source>(empty)</source>
      <translation>(vide)</translation>
    </message>
    <message>
      <source>(left out)</source>
      <translation>(omise)</translation>
    </message>
    <message>
      <source>(no parent)</source>
      <translation>(aucun parent)</translation>
    </message>
    <message>
      <source>(no stage model)</source>
      <translation>(aucun modèle)</translation>
    </message>
    <message>
      <source>(none)</source>
      <translation>(aucune)</translation>
    </message>
    <message>
      <source>(nothing)</source>
      <translation>(rien)</translation>
    </message>
    <message numerus="yes">
      <source>(person|people)</source>
      <translation>
        <numerusform>personne</numerusform>
        <numerusform>personnes</numerusform>
      </translation>
    </message>
    <message>
      <source>+ Add</source>
      <translation>+ Ajouter</translation>
    </message>
    <message>
      <source>+ Add a filter</source>
      <translation>+ Ajouter un filtre</translation>
    </message>
    <message>
      <source>1 day / s</source>
      <translation>1 jour / s</translation>
    </message>
    <message>
      <source>1 week / s</source>
      <translation>1 semaine / s</translation>
    </message>
    <message>
      <source>12 months</source>
      <translation>12 mois</translation>
    </message>
    <message>
      <source>3 days / s</source>
      <translation>3 jours / s</translation>
    </message>
    <message>
      <source>30 days</source>
      <translation>30 jours</translation>
    </message>
    <message>
      <source>6 h / s</source>
      <translation>6 h / s</translation>
    </message>
    <message>
      <source>90 days</source>
      <translation>90 jours</translation>
    </message>
    <message>
      <source>A bundle</source>
      <translation>Un lot</translation>
    </message>
    <message>
      <source>A bundle is one file with campaigns or journeys and all that they refer to. Whoever opens it sees the same graph and the same counts, or why not.</source>
      <translation>Un lot est un seul fichier avec des campagnes ou des parcours et tout ce à quoi ils se réfèrent. Qui l’ouvre voit le même graphe et les mêmes nombres, ou la raison d’une différence.</translation>
    </message>
    <message>
      <source>A calendar</source>
      <translation>Un calendrier</translation>
    </message>
    <message>
      <source>A campaign chooses people and sends them something.</source>
      <translation>Une campagne choisit des personnes et leur envoie quelque chose.</translation>
    </message>
    <message>
      <source>A campaign runs when it is tested, published or due.</source>
      <translation>Une campagne s’exécute quand on la teste, la publie ou qu’elle est due.</translation>
    </message>
    <message>
      <source>A campaign saves one when it runs, with the activity “Save audience”; or bring one in from a file.</source>
      <translation>Une campagne en enregistre une quand elle s’exécute, avec l’activité « Enregistrer l’audience » ; ou importez-en une d’un fichier.</translation>
    </message>
    <message>
      <source>A category of keywords</source>
      <translation>Une catégorie de mots-clés</translation>
    </message>
    <message>
      <source>A condition has no value. Write one, or remove it.</source>
      <translation>Une condition n’a pas de valeur. Écrivez-en une, ou retirez-la.</translation>
    </message>
    <message>
      <source>A condition without filters holds for all.</source>
      <translation>Une condition sans filtre vaut pour tous.</translation>
    </message>
    <message>
      <source>A copy</source>
      <translation>Une copie</translation>
    </message>
    <message>
      <source>A dataflow hands the accounts of these groups to the destination, here a local file target. Its filters never change afterwards.</source>
      <translation>Un flux remet les comptes de ces groupes à la destination, ici un fichier local. Ses filtres ne changent plus ensuite.</translation>
    </message>
    <message>
      <source>A document file</source>
      <translation>Un fichier de document</translation>
    </message>
    <message>
      <source>A dossier</source>
      <translation>Un dossier</translation>
    </message>
    <message>
      <source>A file like those that will come</source>
      <translation>Un fichier comme ceux qui viendront</translation>
    </message>
    <message>
      <source>A file of members</source>
      <translation>Un fichier de membres</translation>
    </message>
    <message>
      <source>A file to import</source>
      <translation>Un fichier à importer</translation>
    </message>
    <message>
      <source>A file with ids, names or addresses</source>
      <translation>Un fichier d’identifiants, de noms ou d’adresses</translation>
    </message>
    <message>
      <source>A folder for the documents</source>
      <translation>Un dossier pour les documents</translation>
    </message>
    <message>
      <source>A group is named once, and stands in as many policies as you like.</source>
      <translation>Un groupe se nomme une fois et figure dans autant de règles que vous voulez.</translation>
    </message>
    <message>
      <source>A journey arranges itself. Cut the node and paste it elsewhere.</source>
      <translation>Un parcours se dispose de lui-même. Coupez le nœud et collez-le ailleurs.</translation>
    </message>
    <message>
      <source>A journey arranges itself: nodes stay where they are.</source>
      <translation>Un parcours se dispose de lui-même : les nœuds restent à leur place.</translation>
    </message>
    <message>
      <source>A journey grows from its transitions: select one, or the node that it goes after.</source>
      <translation>Un parcours croît par ses transitions : sélectionnez-en une, ou le nœud qui précède.</translation>
    </message>
    <message>
      <source>A journey leads accounts or people step by step.</source>
      <translation>Un parcours conduit des comptes ou des personnes pas à pas.</translation>
    </message>
    <message>
      <source>A journey that is published can no longer be changed, but for its end date.</source>
      <translation>Un parcours publié ne peut plus être modifié, sauf sa date de fin.</translation>
    </message>
    <message>
      <source>A log has a line for each step of a run.</source>
      <translation>Un journal a une ligne pour chaque étape d’une exécution.</translation>
    </message>
    <message>
      <source>A merge can only be deleted when one path is left in it.</source>
      <translation>Une fusion ne se supprime que s’il n’y reste qu’une branche.</translation>
    </message>
    <message>
      <source>A name is missing.</source>
      <translation>Il manque un nom.</translation>
    </message>
    <message>
      <source>A new table is made. Tick its key at the right.</source>
      <translation>Une nouvelle table est créée. Cochez sa clé à droite.</translation>
    </message>
    <message>
      <source>A new workspace…</source>
      <translation>Un nouvel espace de travail…</translation>
    </message>
    <message>
      <source>A node can only give way to one with one path, as it has itself.</source>
      <translation>Un nœud ne cède la place qu’à un autre à une seule branche, comme lui.</translation>
    </message>
    <message>
      <source>A person fits when each of these attributes holds one of its words.</source>
      <translation>Une personne convient quand chacun de ces attributs contient un de ses mots.</translation>
    </message>
    <message>
      <source>A person gets the first role, from the top, whose condition holds. Changes are kept at once; once the template is published, it can be neither changed nor deleted.</source>
      <translation>Une personne reçoit le premier rôle, en partant du haut, dont la condition est remplie. Les modifications sont gardées aussitôt ; une fois publié, le modèle ne peut plus être ni modifié ni supprimé.</translation>
    </message>
    <message>
      <source>A person may have several records in an instance; this says which of them are touched.</source>
      <translation>Une personne peut avoir plusieurs fiches dans une instance ; ceci dit lesquelles sont touchées.</translation>
    </message>
    <message>
      <source>A persona is told from words in attributes, such as a job title that holds “director”.</source>
      <translation>Un persona se reconnaît à des mots dans des attributs, par exemple une fonction qui contient « directeur ».</translation>
    </message>
    <message>
      <source>A program has this type, so it does not change any more.</source>
      <translation>Un programme a ce type, il ne change donc plus.</translation>
    </message>
    <message>
      <source>A program, such as a webinar, has members whose status journeys and filters look at. It takes a type first, which says which statuses there are.</source>
      <translation>Un programme, par exemple un webinaire, a des membres dont les parcours et les filtres regardent le statut. Il faut d’abord un type, qui dit quels statuts existent.</translation>
    </message>
    <message>
      <source>A remark for them</source>
      <translation>Une remarque à leur intention</translation>
    </message>
    <message>
      <source>A remark, if you have one</source>
      <translation>Une remarque, si vous en avez une</translation>
    </message>
    <message>
      <source>A rule says how many marketing e-mails a person gets at most; what is more is held back.</source>
      <translation>Une règle dit combien d’e-mails marketing une personne reçoit au plus ; le surplus est retenu.</translation>
    </message>
    <message>
      <source>A run stops before it</source>
      <translation>Une exécution s’arrête avant</translation>
    </message>
    <message>
      <source>A solution interest and an account audience become one group for each account.</source>
      <translation>Un intérêt de solution et une audience de comptes donnent un groupe par compte.</translation>
    </message>
    <message>
      <source>A stage that was saved stays; it can be renamed until the model is published.</source>
      <translation>Une étape enregistrée reste ; on peut la renommer jusqu’à la publication du modèle.</translation>
    </message>
    <message>
      <source>A static list is filled by filters, files and journeys; a dynamic one follows its filter each day.</source>
      <translation>Une liste statique se remplit par filtres, fichiers et parcours ; une liste dynamique suit son filtre chaque jour.</translation>
    </message>
    <message>
      <source>A status never moves back. To correct one, take the person out of the program first.</source>
      <translation>Un statut ne recule jamais. Pour en corriger un, sortez d’abord la personne du programme.</translation>
    </message>
    <message>
      <source>A table is not linked with itself here; use “Add a link…”.</source>
      <translation>Une table ne se lie pas à elle-même ici ; utilisez « Ajouter un lien… ».</translation>
    </message>
    <message>
      <source>A template lists the roles that decide about a purchase; people get the first role whose condition they meet.</source>
      <translation>Un modèle énumère les rôles qui décident d’un achat ; chacun reçoit le premier rôle dont il remplit la condition.</translation>
    </message>
    <message>
      <source>A transition goes with its nodes. Only one that enters a merge can be removed.</source>
      <translation>Une transition part avec ses nœuds. Seule celle qui entre dans une fusion peut être retirée.</translation>
    </message>
    <message>
      <source>A transition starts at an output.</source>
      <translation>Une transition commence à une sortie.</translation>
    </message>
    <message>
      <source>A type says which statuses members can have, in steps, and which of them are a success.</source>
      <translation>Un type dit quels statuts les membres peuvent avoir, par étapes, et lesquels sont un succès.</translation>
    </message>
    <message>
      <source>A workbook is a category, each of its sheets a product with up to 150 keywords; a CSV names category, product and keyword. Pages and e-mails that hold them tell who is interested.</source>
      <translation>Un classeur est une catégorie, chacune de ses feuilles un produit avec jusqu’à 150 mots-clés ; un CSV nomme catégorie, produit et mot-clé. Les pages et e-mails qui les contiennent disent qui s’intéresse.</translation>
    </message>
    <message>
      <source>A workspace is meant to have that many; more are not refused.</source>
      <translation>Un espace de travail est prévu pour ce nombre ; davantage n’est pas refusé.</translation>
    </message>
    <message>
      <source>Abort</source>
      <translation>Interrompre</translation>
    </message>
    <message>
      <source>Abort the run; it is over</source>
      <translation>Abandonner l’exécution ; elle est terminée</translation>
    </message>
    <message>
      <source>Abort “{name}”? All who are inside stop where they are, and it never starts again.</source>
      <translation>Interrompre « {name} » ? Tous ceux qui sont dedans s’arrêtent où ils sont, et il ne redémarrera jamais.</translation>
    </message>
    <message>
      <source>Aborted</source>
      <translation>Interrompu</translation>
    </message>
    <message>
      <source>About Jalon</source>
      <translation>À propos de Jalon</translation>
    </message>
    <message>
      <source>Above the limit</source>
      <translation>Au-delà de la limite</translation>
    </message>
    <message numerus="yes">
      <source>Accept {n} suggested match(es)</source>
      <translation>
        <numerusform>Accepter {n} correspondance proposée</numerusform>
        <numerusform>Accepter {n} correspondances proposées</numerusform>
      </translation>
    </message>
    <message>
      <source>Accepts requests</source>
      <translation>Accepte les demandes</translation>
    </message>
    <message>
      <source>Account ID there</source>
      <translation>Identifiant de compte là-bas</translation>
    </message>
    <message>
      <source>Account audience</source>
      <translation>Audience de comptes</translation>
    </message>
    <message>
      <source>Account audiences</source>
      <translation>Audiences de comptes</translation>
    </message>
    <message>
      <source>Account list</source>
      <translation>Liste de comptes</translation>
    </message>
    <message>
      <source>Account lists</source>
      <translation>Listes de comptes</translation>
    </message>
    <message>
      <source>Account or person</source>
      <translation>Compte ou personne</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Comptes</translation>
    </message>
    <message>
      <source>Accounts at this step</source>
      <translation>Comptes à cette étape</translation>
    </message>
    <message>
      <source>Accounts come first: import or generate them on the screen “Accounts”.</source>
      <translation>D’abord les comptes : importez-les ou générez-les à l’écran « Comptes ».</translation>
    </message>
    <message>
      <source>Accounts now</source>
      <translation>Comptes à présent</translation>
    </message>
    <message>
      <source>Accounts or people</source>
      <translation>Comptes ou personnes</translation>
    </message>
    <message>
      <source>Accounts that bought before hear of the second product; who clicks becomes a group that sales works on.</source>
      <translation>Les comptes déjà clients découvrent le second produit ; qui clique devient un groupe que les ventes travaillent.</translation>
    </message>
    <message>
      <source>Accounts whose buying group lacks decision makers are advertised to for three weeks.</source>
      <translation>Les comptes dont le groupe d’achat manque de décideurs voient des publicités pendant trois semaines.</translation>
    </message>
    <message>
      <source>Accounts with a won deal that is not yet looked after get three mails in three weeks; once a year they may come again.</source>
      <translation>Les comptes dont l’affaire est gagnée et que personne ne suit encore reçoivent trois e-mails en trois semaines ; ils peuvent revenir une fois l’an.</translation>
    </message>
    <message>
      <source>Accounts, each with its people</source>
      <translation>Des comptes, chacun avec ses personnes</translation>
    </message>
    <message>
      <source>Accounts, people, opportunities, activities, lists and templates that are all made up. The same seed makes the same company on every machine.</source>
      <translation>Des comptes, personnes, opportunités, activités, listes et modèles tous inventés. La même graine donne la même entreprise sur toute machine.</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Action on accounts</source>
      <translation>Action sur les comptes</translation>
    </message>
    <message>
      <source>Action on people</source>
      <translation>Action sur les personnes</translation>
    </message>
    <message>
      <source>Activate</source>
      <translation>Activer</translation>
    </message>
    <message>
      <source>Activate buying groups</source>
      <translation>Activer des groupes d’achat</translation>
    </message>
    <message>
      <source>Activate buying groups…</source>
      <translation>Activer des groupes d’achat…</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Active</translation>
    </message>
    <message>
      <source>Active there</source>
      <translation>Actifs là-bas</translation>
    </message>
    <message>
      <source>Activities</source>
      <translation>Activités</translation>
    </message>
    <message>
      <source>Activities and outline</source>
      <translation>Activités et plan</translation>
    </message>
    <message>
      <source>Activities are added one by one</source>
      <translation>Les activités s’ajoutent une à une</translation>
    </message>
    <message>
      <source>Activities per person</source>
      <translation>Activités par personne</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Activité</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Add a band</source>
      <translation>Ajouter un niveau</translation>
    </message>
    <message>
      <source>Add a category from a file…</source>
      <translation>Ajouter une catégorie depuis un fichier…</translation>
    </message>
    <message>
      <source>Add a column</source>
      <translation>Ajouter une colonne</translation>
    </message>
    <message>
      <source>Add a condition</source>
      <translation>Ajouter une condition</translation>
    </message>
    <message>
      <source>Add a condition.</source>
      <translation>Ajoutez une condition.</translation>
    </message>
    <message>
      <source>Add a dimension…</source>
      <translation>Ajouter une dimension…</translation>
    </message>
    <message>
      <source>Add a group</source>
      <translation>Ajouter un groupe</translation>
    </message>
    <message>
      <source>Add a link…</source>
      <translation>Ajouter un lien…</translation>
    </message>
    <message>
      <source>Add a note</source>
      <translation>Ajouter une note</translation>
    </message>
    <message>
      <source>Add a role</source>
      <translation>Ajouter un rôle</translation>
    </message>
    <message>
      <source>Add a stage</source>
      <translation>Ajouter une étape</translation>
    </message>
    <message>
      <source>Add a status</source>
      <translation>Ajouter un statut</translation>
    </message>
    <message>
      <source>Add accounts by a filter</source>
      <translation>Ajouter des comptes par un filtre</translation>
    </message>
    <message>
      <source>Add accounts by a filter…</source>
      <translation>Ajouter par un filtre…</translation>
    </message>
    <message>
      <source>Add accounts now or later; an empty list can be published, too.</source>
      <translation>Ajoutez des comptes maintenant ou plus tard ; une liste vide peut aussi être publiée.</translation>
    </message>
    <message>
      <source>Add an attribute</source>
      <translation>Ajouter un attribut</translation>
    </message>
    <message>
      <source>Add audience</source>
      <translation>Ajouter l’audience</translation>
    </message>
    <message>
      <source>Add from a file…</source>
      <translation>Ajouter d’un fichier…</translation>
    </message>
    <message>
      <source>Add it</source>
      <translation>L’ajouter</translation>
    </message>
    <message>
      <source>Add it beside the one here</source>
      <translation>L’ajouter à côté de celui d’ici</translation>
    </message>
    <message>
      <source>Add people by a filter</source>
      <translation>Ajouter des personnes par filtre</translation>
    </message>
    <message>
      <source>Add people by a filter…</source>
      <translation>Ajouter des personnes par filtre…</translation>
    </message>
    <message>
      <source>Add people now or later; an empty list can be published, too.</source>
      <translation>Ajoutez des personnes maintenant ou plus tard ; une liste vide peut aussi être publiée.</translation>
    </message>
    <message>
      <source>Add some by a filter or from a file, or let a journey do it.</source>
      <translation>Ajoutez-en par un filtre ou d’un fichier, ou laissez faire un parcours.</translation>
    </message>
    <message>
      <source>Add the ticked links</source>
      <translation>Ajouter les liens cochés</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>Les ajouter</translation>
    </message>
    <message>
      <source>Add to the rows there</source>
      <translation>Ajouter aux lignes présentes</translation>
    </message>
    <message>
      <source>Add to {title}</source>
      <translation>Ajouter à {title}</translation>
    </message>
    <message>
      <source>Add values to the list</source>
      <translation>Ajouter des valeurs à la liste</translation>
    </message>
    <message>
      <source>Add {title}</source>
      <translation>Ajouter {title}</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ajouté</translation>
    </message>
    <message>
      <source>Added by</source>
      <translation>Ajouté par</translation>
    </message>
    <message>
      <source>Added by {node}.</source>
      <translation>Ajouté par {node}.</translation>
    </message>
    <message>
      <source>Address already used</source>
      <translation>Adresse déjà utilisée</translation>
    </message>
    <message>
      <source>Addressed</source>
      <translation>Destinataires</translation>
    </message>
    <message>
      <source>Adds</source>
      <translation>Apporte</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Ajouter…</translation>
    </message>
    <message>
      <source>Adobe Target</source>
      <translation>Adobe Target</translation>
    </message>
    <message>
      <source>Aggregate</source>
      <translation>Agrégat</translation>
    </message>
    <message>
      <source>Agreed: {policy}, by {person}</source>
      <translation>Accord donné : {policy}, par {person}</translation>
    </message>
    <message>
      <source>Alerts</source>
      <translation>Alertes</translation>
    </message>
    <message>
      <source>Align</source>
      <translation>Aligner</translation>
    </message>
    <message>
      <source>All accounts</source>
      <translation>Tous les comptes</translation>
    </message>
    <message>
      <source>All accounts.</source>
      <translation>Tous les comptes.</translation>
    </message>
    <message>
      <source>All audiences</source>
      <translation>Toutes les audiences</translation>
    </message>
    <message>
      <source>All but</source>
      <translation>Tous sauf</translation>
    </message>
    <message>
      <source>All commands…</source>
      <translation>Toutes les commandes…</translation>
    </message>
    <message>
      <source>All documents</source>
      <translation>Tous les documents</translation>
    </message>
    <message>
      <source>All else of a journey that is live stays as it was published.</source>
      <translation>Tout le reste d’un parcours actif demeure tel qu’il a été publié.</translation>
    </message>
    <message>
      <source>All evaluations</source>
      <translation>Toutes les évaluations</translation>
    </message>
    <message>
      <source>All filters apply</source>
      <translation>Tous les filtres</translation>
    </message>
    <message>
      <source>All go on {moment}.</source>
      <translation>Tous repartent le {moment}.</translation>
    </message>
    <message>
      <source>All industries</source>
      <translation>Tous les secteurs</translation>
    </message>
    <message>
      <source>All interests</source>
      <translation>Tous les intérêts</translation>
    </message>
    <message>
      <source>All is as it was written (entries: {rows}). Last seal: {seal}</source>
      <translation>Tout est tel qu’il a été écrit (entrées : {rows}). Dernier sceau : {seal}</translation>
    </message>
    <message>
      <source>All journeys</source>
      <translation>Tous les parcours</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>Tous les types</translation>
    </message>
    <message>
      <source>All of</source>
      <translation>Toutes</translation>
    </message>
    <message>
      <source>All of these</source>
      <translation>Toutes ces conditions</translation>
    </message>
    <message>
      <source>All of these conditions hold</source>
      <translation>Toutes ces conditions sont remplies</translation>
    </message>
    <message>
      <source>All of these tags</source>
      <translation>Toutes ces étiquettes</translation>
    </message>
    <message>
      <source>All of these, on the same record</source>
      <translation>Toutes, même enregistrement</translation>
    </message>
    <message>
      <source>All people</source>
      <translation>Toutes les personnes</translation>
    </message>
    <message>
      <source>All people.</source>
      <translation>Toutes les personnes.</translation>
    </message>
    <message>
      <source>All regions</source>
      <translation>Toutes les régions</translation>
    </message>
    <message>
      <source>All roles</source>
      <translation>Tous les rôles</translation>
    </message>
    <message>
      <source>All stages</source>
      <translation>Toutes les étapes</translation>
    </message>
    <message>
      <source>All statuses</source>
      <translation>Tous les statuts</translation>
    </message>
    <message>
      <source>All that can be asked, beside the filters in a window with more room</source>
      <translation>Tout ce qui peut être demandé, à côté des filtres, dans une fenêtre plus grande</translation>
    </message>
    <message>
      <source>All that match</source>
      <translation>Toutes celles qui correspondent</translation>
    </message>
    <message>
      <source>All time</source>
      <translation>Depuis toujours</translation>
    </message>
    <message>
      <source>All {unit}</source>
      <translation>Ensemble : {unit}</translation>
    </message>
    <message>
      <source>Allowed transit to</source>
      <translation>Passage permis vers</translation>
    </message>
    <message>
      <source>Allowed values</source>
      <translation>Valeurs permises</translation>
    </message>
    <message>
      <source>Alone</source>
      <translation>Seule</translation>
    </message>
    <message>
      <source>Already a member</source>
      <translation>Déjà membre</translation>
    </message>
    <message>
      <source>Already in the journey</source>
      <translation>Déjà dans le parcours</translation>
    </message>
    <message>
      <source>Also the messages that were written in it.</source>
      <translation>Aussi les messages qui y ont été rédigés.</translation>
    </message>
    <message>
      <source>Among all groups the roots reach from {least} to {most}: 100 × ({root} − {least}) ÷ ({most} − {least}) = {score}</source>
      <translation>Parmi tous les groupes, les racines vont de {least} à {most} : 100 × ({root} − {least}) ÷ ({most} − {least}) = {score}</translation>
    </message>
    <message>
      <source>Among all people the roots reach from {least} to {most}: 100 × ({root} − {least}) ÷ ({most} − {least}) = {score}</source>
      <translation>Parmi toutes les personnes, les racines vont de {least} à {most} : 100 × ({root} − {least}) ÷ ({most} − {least}) = {score}</translation>
    </message>
    <message>
      <source>An active policy cannot be changed. Deactivate it first.</source>
      <translation>Une règle active ne peut pas être modifiée. Désactivez-la d’abord.</translation>
    </message>
    <message>
      <source>An active policy says whose word a publication needs. What meets it is put in review; whoever may agree approves it, which publishes it, or asks for changes.</source>
      <translation>Une règle active dit de qui une publication doit avoir l’accord. Ce qui la remplit est mis en validation ; qui peut donner son accord l’approuve, ce qui publie le document, ou demande des modifications.</translation>
    </message>
    <message>
      <source>An activity cannot follow itself.</source>
      <translation>Une activité ne peut pas se suivre elle-même.</translation>
    </message>
    <message>
      <source>An approved e-mail of Marketo, to at most {most} members at a time. That it was sent is noted; nothing leaves this machine.</source>
      <translation>Un e-mail approuvé de Marketo, à {most} membres au plus à la fois. L’envoi est noté ; rien ne quitte cette machine.</translation>
    </message>
    <message>
      <source>An audience says which accounts may enter a journey or get a buying group; without a rule, all.</source>
      <translation>Une audience dit quels comptes peuvent entrer dans un parcours ou recevoir un groupe d’achat ; sans règle, tous.</translation>
    </message>
    <message>
      <source>An edit came after these numbers.</source>
      <translation>Une modification est venue après ces nombres.</translation>
    </message>
    <message>
      <source>An empty canvas</source>
      <translation>Un canevas vide</translation>
    </message>
    <message>
      <source>An empty folder for the new workspace</source>
      <translation>Un dossier vide pour le nouvel espace de travail</translation>
    </message>
    <message>
      <source>An expression</source>
      <translation>Une expression</translation>
    </message>
    <message>
      <source>An interest is what you sell. It takes a live roles template, which says who decides about it.</source>
      <translation>Un intérêt est ce que vous vendez. Il lui faut un modèle de rôles actif, qui dit qui en décide.</translation>
    </message>
    <message>
      <source>And {number} more.</source>
      <translation>Et {number} de plus.</translation>
    </message>
    <message>
      <source>Another one has this name here.</source>
      <translation>Un autre porte ce nom ici.</translation>
    </message>
    <message>
      <source>Another workspace…</source>
      <translation>Un autre espace de travail…</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Réponse</translation>
    </message>
    <message>
      <source>Answers</source>
      <translation>Réponses</translation>
    </message>
    <message>
      <source>Any number</source>
      <translation>N’importe quel nombre</translation>
    </message>
    <message>
      <source>Any of</source>
      <translation>Au moins une</translation>
    </message>
    <message>
      <source>Any of the filters applies</source>
      <translation>L’un des filtres</translation>
    </message>
    <message>
      <source>Any of these conditions holds</source>
      <translation>L’une de ces conditions est remplie</translation>
    </message>
    <message>
      <source>Any time</source>
      <translation>N’importe quand</translation>
    </message>
    <message>
      <source>Anybody who gets this file can read about real people. Encrypt it.</source>
      <translation>Quiconque obtient ce fichier peut lire des données de personnes réelles. Chiffrez-le.</translation>
    </message>
    <message>
      <source>Applied</source>
      <translation>Appliqué</translation>
    </message>
    <message>
      <source>Applies when</source>
      <translation>S’applique quand</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Appliquer</translation>
    </message>
    <message>
      <source>Approval</source>
      <translation>Approbation</translation>
    </message>
    <message>
      <source>Approval policies</source>
      <translation>Règles d’approbation</translation>
    </message>
    <message>
      <source>Approval policies…</source>
      <translation>Règles d’approbation…</translation>
    </message>
    <message>
      <source>Approval policy</source>
      <translation>Règle d’approbation</translation>
    </message>
    <message>
      <source>Approvals</source>
      <translation>Approbations</translation>
    </message>
    <message>
      <source>Approve</source>
      <translation>Approuver</translation>
    </message>
    <message>
      <source>Approved</source>
      <translation>Approuvé</translation>
    </message>
    <message>
      <source>Approvers</source>
      <translation>Approbateurs</translation>
    </message>
    <message>
      <source>Approve…</source>
      <translation>Approuver…</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>Archiver</translation>
    </message>
    <message>
      <source>Archive “{name}”? What still runs of it is stopped, and it is erased after 30 days.</source>
      <translation>Archiver « {name} » ? Ce qui s’exécute encore est arrêté, et tout est effacé après 30 jours.</translation>
    </message>
    <message>
      <source>Archived</source>
      <translation>Aux archives</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>Tel qu’à l’ouverture</translation>
    </message>
    <message>
      <source>As numbers</source>
      <translation>En chiffres</translation>
    </message>
    <message>
      <source>As of</source>
      <translation>Au</translation>
    </message>
    <message>
      <source>As of {instant}</source>
      <translation>Au {instant}</translation>
    </message>
    <message>
      <source>As of {moment}</source>
      <translation>État au {moment}</translation>
    </message>
    <message>
      <source>As soon as a file is there</source>
      <translation>Dès qu’un fichier est là</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>As they are written</source>
      <translation>Tels qu’ils sont écrits</translation>
    </message>
    <message>
      <source>Assign</source>
      <translation>Affecter</translation>
    </message>
    <message>
      <source>Assign automatically to whom</source>
      <translation>Affecter automatiquement selon des conditions</translation>
    </message>
    <message>
      <source>Assign members</source>
      <translation>Affecter des membres</translation>
    </message>
    <message>
      <source>Assign members…</source>
      <translation>Affecter des membres…</translation>
    </message>
    <message>
      <source>At</source>
      <translation>À</translation>
    </message>
    <message>
      <source>At least one of these</source>
      <translation>Au moins une de ces conditions</translation>
    </message>
    <message>
      <source>At most 1,000 real people with what belongs to them. Their keys are others, their names and addresses are hidden; everything else about them travels as it is.</source>
      <translation>Au plus 1 000 personnes réelles avec ce qui leur appartient. Leurs clés sont remplacées, leurs noms et adresses masqués ; tout le reste voyage tel quel.</translation>
    </message>
    <message>
      <source>At most {most} attributes are kept.</source>
      <translation>{most} attributs au plus sont gardés.</translation>
    </message>
    <message>
      <source>At most {most} personas, each told from up to {each} attributes, {all} different ones in all.</source>
      <translation>Au plus {most} personas, chacun reconnu à {each} attributs au plus, {all} différents en tout.</translation>
    </message>
    <message numerus="yes">
      <source>At most {n} e-mail(s) in {span}</source>
      <translation>
        <numerusform>Au plus {n} e-mail en {span}</numerusform>
        <numerusform>Au plus {n} e-mails en {span}</numerusform>
      </translation>
    </message>
    <message>
      <source>At once, until {end}</source>
      <translation>Tout de suite, jusqu’au {end}</translation>
    </message>
    <message>
      <source>At risk</source>
      <translation>À risque</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Attribut</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Attributs</translation>
    </message>
    <message>
      <source>Attributes to keep</source>
      <translation>Attributs à garder</translation>
    </message>
    <message>
      <source>Audience</source>
      <translation>Audience</translation>
    </message>
    <message>
      <source>Audience composition</source>
      <translation>Composition d’audiences</translation>
    </message>
    <message>
      <source>Audience: {label}</source>
      <translation>Audience : {label}</translation>
    </message>
    <message>
      <source>Audiences</source>
      <translation>Audiences</translation>
    </message>
    <message>
      <source>Audiences put together: in exactly one of two, others excluded, enriched, ranked, divided and saved.</source>
      <translation>Des audiences assemblées : dans exactement l’une de deux, d’autres exclues, enrichies, classées, divisées et enregistrées.</translation>
    </message>
    <message>
      <source>Average of</source>
      <translation>Moyenne de</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Back to draft</source>
      <translation>Revenir au brouillon</translation>
    </message>
    <message>
      <source>Back to the event before (Page Up)</source>
      <translation>Revenir à l’événement précédent (Page préc.)</translation>
    </message>
    <message>
      <source>Back to the population of the selection</source>
      <translation>Revenir à la population de la sélection</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Niveau</translation>
    </message>
    <message>
      <source>Bands of weights</source>
      <translation>Niveaux de poids</translation>
    </message>
    <message>
      <source>Bar</source>
      <translation>Barre</translation>
    </message>
    <message>
      <source>Before each run that reads it</source>
      <translation>Avant chaque exécution qui la lit</translation>
    </message>
    <message>
      <source>Began</source>
      <translation>Début</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Commencer</translation>
    </message>
    <message>
      <source>Begin from</source>
      <translation>Commencer par</translation>
    </message>
    <message>
      <source>Begin from a campaign that is ready</source>
      <translation>Partir d’une campagne toute prête</translation>
    </message>
    <message>
      <source>Beside the six default roles a workspace can have fourteen of its own.</source>
      <translation>Outre les six rôles par défaut, un espace de travail peut en avoir quatorze à lui.</translation>
    </message>
    <message>
      <source>Blank lines</source>
      <translation>Lignes vides</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Les deux</translation>
    </message>
    <message>
      <source>Both began from</source>
      <translation>Point de départ commun</translation>
    </message>
    <message>
      <source>Both directions need a name.</source>
      <translation>Les deux sens ont besoin d’un nom.</translation>
    </message>
    <message>
      <source>Both passphrases must be the same.</source>
      <translation>Les deux phrases secrètes doivent être identiques.</translation>
    </message>
    <message>
      <source>Bounce rate</source>
      <translation>Taux de rebond</translation>
    </message>
    <message>
      <source>Bounced</source>
      <translation>Rejeté</translation>
    </message>
    <message>
      <source>Breakdown</source>
      <translation>Répartition</translation>
    </message>
    <message>
      <source>Bring this version back</source>
      <translation>Reprendre cette version</translation>
    </message>
    <message>
      <source>Building the sample workspace on this machine; it takes some 20 s…</source>
      <translation>Construction de l’espace d’exemple sur cette machine ; cela prend environ 20 s…</translation>
    </message>
    <message>
      <source>Builds a workspace of 1.47 million real purchases with four sample campaigns.</source>
      <translation>Construit un espace de 1,47 million d’achats réels avec quatre campagnes d’exemple.</translation>
    </message>
    <message>
      <source>Builds a workspace of generated companies with eight sample journeys.</source>
      <translation>Construit un espace de travail de sociétés inventées, avec huit parcours d’exemple.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Paquet</translation>
    </message>
    <message>
      <source>Buying group</source>
      <translation>Groupe d’achat</translation>
    </message>
    <message>
      <source>Buying group status</source>
      <translation>Statut du groupe d’achat</translation>
    </message>
    <message>
      <source>Buying groups</source>
      <translation>Groupes d’achat</translation>
    </message>
    <message>
      <source>Buying groups that are complete by 70 % go to sales with an alert; the others are worked on, in two variants.</source>
      <translation>Les groupes d’achat complets à 70 % passent aux ventes avec une alerte ; les autres sont travaillés, en deux variantes.</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Par</translation>
    </message>
    <message>
      <source>By an expression</source>
      <translation>Selon une expression</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>À la main</translation>
    </message>
    <message>
      <source>By itself it finds {found}.</source>
      <translation>Seule, elle trouve {found}.</translation>
    </message>
    <message>
      <source>Calculate from all records</source>
      <translation>Calculer sur tous les enregistrements</translation>
    </message>
    <message>
      <source>Calculated</source>
      <translation>Calculés</translation>
    </message>
    <message>
      <source>Calculated column</source>
      <translation>Colonne calculée</translation>
    </message>
    <message>
      <source>Calculated column…</source>
      <translation>Colonne calculée…</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendrier</translation>
    </message>
    <message>
      <source>Calendar of launches</source>
      <translation>Calendrier des lancements</translation>
    </message>
    <message>
      <source>Called</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Came</source>
      <translation>Arrivés</translation>
    </message>
    <message>
      <source>Came and went</source>
      <translation>Arrivés et partis</translation>
    </message>
    <message>
      <source>Came in</source>
      <translation>Entrés</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Campagne</translation>
    </message>
    <message>
      <source>Campaign account ID</source>
      <translation>Identifiant du compte de campagne</translation>
    </message>
    <message>
      <source>Campaign on a signal</source>
      <translation>Campagne sur signal</translation>
    </message>
    <message>
      <source>Campaign that runs once</source>
      <translation>Campagne à exécution unique</translation>
    </message>
    <message>
      <source>Campaigns</source>
      <translation>Campagnes</translation>
    </message>
    <message>
      <source>Can be reached</source>
      <translation>Joignable</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Canevas</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Modifier</translation>
    </message>
    <message>
      <source>Change or remove a filter, or search for something else.</source>
      <translation>Changez ou retirez un filtre, ou cherchez autre chose.</translation>
    </message>
    <message>
      <source>Change the frame</source>
      <translation>Modifier le cadre</translation>
    </message>
    <message>
      <source>Change the look</source>
      <translation>Modifier l’aspect</translation>
    </message>
    <message>
      <source>Change the note</source>
      <translation>Modifier la note</translation>
    </message>
    <message>
      <source>Change the properties</source>
      <translation>Modifier les propriétés</translation>
    </message>
    <message>
      <source>Change the rule so</source>
      <translation>Modifier ainsi la règle</translation>
    </message>
    <message>
      <source>Change the schedule</source>
      <translation>Modifier la planification</translation>
    </message>
    <message>
      <source>Change the status</source>
      <translation>Changer le statut</translation>
    </message>
    <message>
      <source>Change the status…</source>
      <translation>Changer le statut…</translation>
    </message>
    <message>
      <source>Change the transition</source>
      <translation>Modifier la transition</translation>
    </message>
    <message>
      <source>Change the variables</source>
      <translation>Modifier les variables</translation>
    </message>
    <message>
      <source>Change this filter</source>
      <translation>Modifier ce filtre</translation>
    </message>
    <message>
      <source>Change “{field}”</source>
      <translation>Modifier « {field} »</translation>
    </message>
    <message>
      <source>Change “{field}” of {node}</source>
      <translation>Modifier « {field} » de {node}</translation>
    </message>
    <message numerus="yes">
      <source>Change “{field}” of {n} activit(y|ies)</source>
      <translation>
        <numerusform>Modifier « {field} » de {n} activité</numerusform>
        <numerusform>Modifier « {field} » de {n} activités</numerusform>
      </translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Changed by</source>
      <translation>Modifié par</translation>
    </message>
    <message>
      <source>Changed, %</source>
      <translation>Changé, %</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Canal</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Canaux</translation>
    </message>
    <message>
      <source>Check the entries</source>
      <translation>Vérifier les entrées</translation>
    </message>
    <message>
      <source>Checking every row…</source>
      <translation>Vérification de chaque ligne…</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Vérification…</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Choisir un fichier</translation>
    </message>
    <message>
      <source>Choose a file that shows how the files are laid out, then “Load regularly…” beside its load.</source>
      <translation>Choisissez un fichier qui montre la forme des fichiers, puis « Charger régulièrement… » à côté de son chargement.</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Choisir un fichier…</translation>
    </message>
    <message>
      <source>Choose a service first.</source>
      <translation>Choisissez d’abord un service.</translation>
    </message>
    <message>
      <source>Choose an action first.</source>
      <translation>Choisissez d’abord une action.</translation>
    </message>
    <message>
      <source>Choose an end that lies after the beginning.</source>
      <translation>Choisissez une fin postérieure au début.</translation>
    </message>
    <message>
      <source>Choose first whom the rule is about.</source>
      <translation>Choisissez d’abord sur qui porte la règle.</translation>
    </message>
    <message>
      <source>Choose or type</source>
      <translation>Choisir ou saisir</translation>
    </message>
    <message>
      <source>Choose or type, several apart by commas</source>
      <translation>Choisir ou saisir, séparés par des virgules</translation>
    </message>
    <message>
      <source>Choose the columns that are equal.</source>
      <translation>Choisissez les colonnes qui sont égales.</translation>
    </message>
    <message>
      <source>Choose two identities that differ.</source>
      <translation>Choisissez deux identités différentes.</translation>
    </message>
    <message>
      <source>Choose two versions, then “Compare”.</source>
      <translation>Choisissez deux versions, puis « Comparer ».</translation>
    </message>
    <message>
      <source>Choose two, and see what became different and for whom.</source>
      <translation>Choisissez-en deux, et voyez ce qui a changé et pour qui.</translation>
    </message>
    <message>
      <source>Choose what to look at.</source>
      <translation>Choisissez ce qu’il faut regarder.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Clear the filters</source>
      <translation>Effacer les filtres</translation>
    </message>
    <message>
      <source>Clear the filters, or begin something new.</source>
      <translation>Effacez les filtres, ou commencez quelque chose de nouveau.</translation>
    </message>
    <message>
      <source>Click a count on the canvas, or select a transition and press Enter, to see the rows behind it.</source>
      <translation>Cliquez sur un nombre du canevas, ou sélectionnez une transition et tapez Entrée, pour voir les lignes derrière.</translation>
    </message>
    <message>
      <source>Click a count on the canvas, or select a transition and press Enter, to see what its columns hold.</source>
      <translation>Cliquez sur un nombre du canevas, ou sélectionnez une transition et appuyez sur Entrée, pour voir ce que contiennent ses colonnes.</translation>
    </message>
    <message>
      <source>Click rate</source>
      <translation>Taux de clic</translation>
    </message>
    <message>
      <source>Click to combine the lines of this group in another way</source>
      <translation>Cliquez pour combiner autrement les lignes de ce groupe</translation>
    </message>
    <message>
      <source>Click-to-open rate</source>
      <translation>Clics par ouverture</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Cliqué</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Close the campaign</source>
      <translation>Clôturer</translation>
    </message>
    <message>
      <source>Close the tab</source>
      <translation>Fermer l’onglet</translation>
    </message>
    <message>
      <source>Close this pane</source>
      <translation>Fermer ce volet</translation>
    </message>
    <message>
      <source>Close to it: {names}.</source>
      <translation>Proches : {names}.</translation>
    </message>
    <message>
      <source>Close to new entries</source>
      <translation>Fermer aux entrées</translation>
    </message>
    <message>
      <source>Close “{name}” to new entries? Those inside go on, and nobody else enters.</source>
      <translation>Fermer « {name} » aux nouvelles entrées ? Ceux qui sont dedans continuent, et plus personne n’entre.</translation>
    </message>
    <message>
      <source>Close “{name}”? The run that is under way comes to its end, and no other begins.</source>
      <translation>Clôturer « {name} » ? L’exécution en cours va à son terme, et aucune autre ne commence.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Clôturée</translation>
    </message>
    <message>
      <source>Closed to new entries</source>
      <translation>Fermé aux entrées</translation>
    </message>
    <message>
      <source>Closed.</source>
      <translation>Fermé.</translation>
    </message>
    <message>
      <source>Collapse the frame</source>
      <translation>Replier le cadre</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <source>Column for {name}</source>
      <translation>Colonne pour {name}</translation>
    </message>
    <message>
      <source>Column of the file</source>
      <translation>Colonne du fichier</translation>
    </message>
    <message>
      <source>Column that fills {name}</source>
      <translation>Colonne qui remplit {name}</translation>
    </message>
    <message>
      <source>Column that names the members</source>
      <translation>Colonne qui nomme les membres</translation>
    </message>
    <message>
      <source>Column {place} here</source>
      <translation>Colonne {place} ici</translation>
    </message>
    <message>
      <source>Column {place} there</source>
      <translation>Colonne {place} là-bas</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Colonnes</translation>
    </message>
    <message>
      <source>Columns of the file</source>
      <translation>Colonnes du fichier</translation>
    </message>
    <message>
      <source>Columns of the table</source>
      <translation>Colonnes de la table</translation>
    </message>
    <message>
      <source>Columns of {name}</source>
      <translation>Colonnes de {name}</translation>
    </message>
    <message>
      <source>Columns…</source>
      <translation>Colonnes…</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Virgule</translation>
    </message>
    <message>
      <source>Comma-separated values</source>
      <translation>Valeurs séparées par des virgules</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Commande</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <source>Communication limits</source>
      <translation>Limites de communication</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Compare with a moment counted from now</source>
      <translation>Comparer à un moment compté à partir de maintenant</translation>
    </message>
    <message>
      <source>Compare with a value</source>
      <translation>Comparer à une valeur</translation>
    </message>
    <message>
      <source>Compare with a variable</source>
      <translation>Comparer à une variable</translation>
    </message>
    <message>
      <source>Compare with a version</source>
      <translation>Comparer avec une version</translation>
    </message>
    <message>
      <source>Compare with a version…</source>
      <translation>Comparer avec une version…</translation>
    </message>
    <message>
      <source>Compare with an expression</source>
      <translation>Comparer à une expression</translation>
    </message>
    <message>
      <source>Compare {name}</source>
      <translation>Comparer {name}</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>Comparer…</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Comparaison…</translation>
    </message>
    <message>
      <source>Comparison</source>
      <translation>Comparaison</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Terminée</translation>
    </message>
    <message>
      <source>Completeness</source>
      <translation>Complétude</translation>
    </message>
    <message>
      <source>Completeness, %</source>
      <translation>Complétude, %</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Condition</translation>
    </message>
    <message>
      <source>Conditions</source>
      <translation>Conditions</translation>
    </message>
    <message>
      <source>Conditions on {table}</source>
      <translation>Conditions sur {table}</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Confirmer</translation>
    </message>
    <message>
      <source>Conflict</source>
      <translation>Conflit</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflits</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Relier</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Copy as an image</source>
      <translation>Copier comme image</translation>
    </message>
    <message>
      <source>Copy of</source>
      <translation>Copie de</translation>
    </message>
    <message>
      <source>Copy the count with its proof</source>
      <translation>Copier le nombre avec sa preuve</translation>
    </message>
    <message>
      <source>Correct the marked conditions.</source>
      <translation>Corrigez les conditions marquées.</translation>
    </message>
    <message>
      <source>Count as of…</source>
      <translation>Compter au…</translation>
    </message>
    <message>
      <source>Count now</source>
      <translation>Compter maintenant</translation>
    </message>
    <message>
      <source>Count up to the selected activity</source>
      <translation>Compter jusqu’à l’activité choisie</translation>
    </message>
    <message>
      <source>Counted before; nothing had to run.</source>
      <translation>Déjà compté, rien à recalculer.</translation>
    </message>
    <message>
      <source>Counted in {seconds} s</source>
      <translation>Compté en {seconds} s</translation>
    </message>
    <message>
      <source>Counted in {seconds} s.</source>
      <translation>Compté en {seconds} s.</translation>
    </message>
    <message>
      <source>Counted: {computed} of {activities} computed in {seconds} s, as of {instant}, data {data}, seed {seed}.</source>
      <translation>Compté : {computed} sur {activities}, en {seconds} s, à la date du {instant}, données {data}, graine {seed}.</translation>
    </message>
    <message>
      <source>Counting both versions…</source>
      <translation>Comptage des deux versions…</translation>
    </message>
    <message>
      <source>Counting what each choice would do…</source>
      <translation>Calcul de l’effet de chaque choix…</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Comptage…</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Comptages</translation>
    </message>
    <message>
      <source>Counts anew</source>
      <translation>Recompte</translation>
    </message>
    <message>
      <source>Counts as numbers</source>
      <translation>Effectifs en nombres</translation>
    </message>
    <message>
      <source>Counts as shares of the entry</source>
      <translation>Effectifs en part de l’entrée</translation>
    </message>
    <message>
      <source>Counts as shares of the step before</source>
      <translation>Effectifs en part de l’étape précédente</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>Créer</translation>
    </message>
    <message>
      <source>Create buying groups</source>
      <translation>Créer des groupes d’achat</translation>
    </message>
    <message>
      <source>Create buying groups…</source>
      <translation>Créer des groupes d’achat…</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>Créé</translation>
    </message>
    <message>
      <source>Created by</source>
      <translation>Créé par</translation>
    </message>
    <message>
      <source>Creation jobs</source>
      <translation>Tâches de création</translation>
    </message>
    <message>
      <source>Cross-sell to existing customers</source>
      <translation>Vendre un second produit aux clients</translation>
    </message>
    <message>
      <source>Custom object</source>
      <translation>Objet personnalisé</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Couper</translation>
    </message>
    <message>
      <source>Cut off</source>
      <translation>Interrompue</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Chaque jour</translation>
    </message>
    <message>
      <source>Daily at {time}</source>
      <translation>Chaque jour à {time}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Dashboards</source>
      <translation>Tableaux</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Données</translation>
    </message>
    <message>
      <source>Data changed since</source>
      <translation>Données modifiées depuis</translation>
    </message>
    <message>
      <source>Dataflows</source>
      <translation>Flux</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <source>Days that logs and tasks are kept</source>
      <translation>Jours de conservation des journaux et des tâches</translation>
    </message>
    <message>
      <source>Days that they last</source>
      <translation>Durée en jours</translation>
    </message>
    <message>
      <source>Days with activities</source>
      <translation>Jours d’activité</translation>
    </message>
    <message>
      <source>Deactivate</source>
      <translation>Désactiver</translation>
    </message>
    <message>
      <source>Definition</source>
      <translation>Définition</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete and join neighbours</source>
      <translation>Supprimer et relier les voisins</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Supprimer définitivement</translation>
    </message>
    <message>
      <source>Delete for good…</source>
      <translation>Supprimer définitivement…</translation>
    </message>
    <message>
      <source>Delete its nodes first.</source>
      <translation>Supprimez d’abord ses étapes.</translation>
    </message>
    <message>
      <source>Delete the filter “{label}”?</source>
      <translation>Supprimer le filtre « {label} » ?</translation>
    </message>
    <message>
      <source>Delete the job</source>
      <translation>Supprimer la tâche</translation>
    </message>
    <message>
      <source>Delete the job over “{audience}”?</source>
      <translation>Supprimer la tâche sur « {audience} » ?</translation>
    </message>
    <message>
      <source>Delete them first, then the path.</source>
      <translation>Supprimez-les d’abord, puis la branche.</translation>
    </message>
    <message>
      <source>Delete “{name}” with all its versions, for good?</source>
      <translation>Supprimer « {name} » avec toutes ses versions, définitivement ?</translation>
    </message>
    <message>
      <source>Delete “{name}”?</source>
      <translation>Supprimer « {name} » ?</translation>
    </message>
    <message>
      <source>Delete “{node}”</source>
      <translation>Supprimer « {node} »</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Supprimée</translation>
    </message>
    <message>
      <source>Delimited text</source>
      <translation>Texte délimité</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Remis</translation>
    </message>
    <message>
      <source>Delivery rate</source>
      <translation>Taux de remise</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Design campaigns as a graph, with an exact count on every transition.</source>
      <translation>Concevez des campagnes comme un graphe, avec un nombre exact sur chaque transition.</translation>
    </message>
    <message>
      <source>Design campaigns as a graph, with an exact count on every transition. Everything stays on this machine.</source>
      <translation>Concevez des campagnes comme un graphe, avec un nombre exact sur chaque transition. Tout reste sur cette machine.</translation>
    </message>
    <message>
      <source>Destination</source>
      <translation>Issue</translation>
    </message>
    <message>
      <source>Destinations</source>
      <translation>Destinations</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <source>Diagram</source>
      <translation>Diagramme</translation>
    </message>
    <message>
      <source>Diagram of tables and links</source>
      <translation>Diagramme des tables et des liens</translation>
    </message>
    <message>
      <source>Did not get past {node}. {reason}</source>
      <translation>N’a pas passé « {node} ». {reason}</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Écart</translation>
    </message>
    <message>
      <source>Different values</source>
      <translation>Valeurs différentes</translation>
    </message>
    <message>
      <source>Dimension</source>
      <translation>Dimension</translation>
    </message>
    <message>
      <source>Direct mail</source>
      <translation>Courrier postal</translation>
    </message>
    <message>
      <source>Discarded in quiet hours</source>
      <translation>Écarté aux heures calmes</translation>
    </message>
    <message>
      <source>Distribute evenly</source>
      <translation>Répartir également</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Distribution</translation>
    </message>
    <message>
      <source>Distribution of values</source>
      <translation>Distribution des valeurs</translation>
    </message>
    <message>
      <source>Do it with at most {most} at once.</source>
      <translation>Procédez avec {most} à la fois au plus.</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Document</translation>
    </message>
    <message>
      <source>Documents</source>
      <translation>Documents</translation>
    </message>
    <message>
      <source>Documents to share</source>
      <translation>Documents à partager</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Effectuée</translation>
    </message>
    <message>
      <source>Double quote</source>
      <translation>Guillemet double</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Brouillon</translation>
    </message>
    <message>
      <source>Drag a filter to the right, or double-click it, or press Enter.</source>
      <translation>Faire glisser un filtre vers la droite, double-cliquer dessus ou appuyer sur Entrée.</translation>
    </message>
    <message>
      <source>Drag to an instant. Arrows move by a day, with Shift by an hour; Page Up and Page Down go from event to event; I and O set the part that is played.</source>
      <translation>Faites glisser jusqu’à un instant. Les flèches avancent d’un jour, d’une heure avec Maj ; Page préc. et Page suiv. vont d’un événement à l’autre ; I et O délimitent la partie rejouée.</translation>
    </message>
    <message>
      <source>Drag to move; Alt+Up and Alt+Down do the same</source>
      <translation>Faites glisser pour déplacer ; Alt+Haut et Alt+Bas font de même</translation>
    </message>
    <message>
      <source>Draw from the right of a table to the left of another to link them; Delete removes a link.</source>
      <translation>Tirez de la droite d’une table à la gauche d’une autre pour les lier ; Suppr retire un lien.</translation>
    </message>
    <message>
      <source>Drop the changes</source>
      <translation>Abandonner les modifications</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Dupliquer</translation>
    </message>
    <message>
      <source>Duplicate the journey</source>
      <translation>Dupliquer le parcours</translation>
    </message>
    <message>
      <source>Duplicate…</source>
      <translation>Dupliquer…</translation>
    </message>
    <message>
      <source>Dynamic: follows a filter</source>
      <translation>Dynamique : suit un filtre</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail to large accounts in the US, a talk with medium ones, two variants for all others.</source>
      <translation>Un e-mail aux grands comptes des États-Unis, un entretien avec les moyens, deux variantes pour tous les autres.</translation>
    </message>
    <message>
      <source>E-mail variants by consent to tracking</source>
      <translation>E-mails selon le consentement au suivi</translation>
    </message>
    <message>
      <source>E-mails</source>
      <translation>E-mails</translation>
    </message>
    <message>
      <source>E-mails and messages that were written in the journey are left out; their nodes wait to be completed.</source>
      <translation>Les e-mails et messages rédigés dans le parcours sont omis ; leurs étapes sont à compléter.</translation>
    </message>
    <message>
      <source>Each activity that ran has a task here.</source>
      <translation>Chaque activité exécutée a une tâche ici.</translation>
    </message>
    <message>
      <source>Each day a job makes a group for every account of its audience.</source>
      <translation>Chaque jour, une tâche crée un groupe pour chaque compte de son audience.</translation>
    </message>
    <message>
      <source>Each new file is loaded once, in the order of the names. Files stay where they are; what cannot be loaded stands in the ledger with the reason.</source>
      <translation>Chaque nouveau fichier est chargé une fois, dans l’ordre des noms. Les fichiers restent à leur place ; ce qui ne peut pas être chargé figure au registre avec la raison.</translation>
    </message>
    <message>
      <source>Each person is in one partition; who is in none is in the default one.</source>
      <translation>Chaque personne est dans une partition ; qui n’est dans aucune est dans celle par défaut.</translation>
    </message>
    <message>
      <source>Each publication, and each save on your wish, makes another.</source>
      <translation>Chaque publication, et chaque enregistrement que vous demandez, en fait une autre.</translation>
    </message>
    <message>
      <source>Earliest</source>
      <translation>Le plus ancien</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>Edit roles</source>
      <translation>Modifier les rôles</translation>
    </message>
    <message>
      <source>Edit roles…</source>
      <translation>Modifier les rôles…</translation>
    </message>
    <message>
      <source>Edit the link…</source>
      <translation>Modifier le lien…</translation>
    </message>
    <message>
      <source>Edit the tags</source>
      <translation>Modifier les étiquettes</translation>
    </message>
    <message>
      <source>Edits</source>
      <translation>Modifications</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <source>Either it only starts, waits or ends, or something is wrong at it or before it: see Problems.</source>
      <translation>Soit elle ne fait que démarrer, attendre ou terminer, soit quelque chose ne va pas ici ou avant : voir Problèmes.</translation>
    </message>
    <message>
      <source>Empty texts</source>
      <translation>Textes vides</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Encodage</translation>
    </message>
    <message>
      <source>Encrypt with a passphrase</source>
      <translation>Chiffrer avec une phrase secrète</translation>
    </message>
    <message>
      <source>End date</source>
      <translation>Date de fin</translation>
    </message>
    <message>
      <source>End of “{name}”</source>
      <translation>Fin de « {name} »</translation>
    </message>
    <message>
      <source>Ended</source>
      <translation>Fin</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Fin</translation>
    </message>
    <message>
      <source>Ends and closes come and go by themselves.</source>
      <translation>Les fins et les clôtures vont et viennent d’elles-mêmes.</translation>
    </message>
    <message>
      <source>Ends {days} at {time} {zone}</source>
      <translation>Fin {days} à {time} {zone}</translation>
    </message>
    <message>
      <source>Engaged</source>
      <translation>Engagé</translation>
    </message>
    <message>
      <source>Engagement</source>
      <translation>Engagement</translation>
    </message>
    <message>
      <source>Enter opens it.</source>
      <translation>Entrée l’ouvre.</translation>
    </message>
    <message>
      <source>Entered</source>
      <translation>Entrées</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Entrées</translation>
    </message>
    <message>
      <source>Entry point</source>
      <translation>Point d’entrée</translation>
    </message>
    <message>
      <source>Entry {place} is not what was written, or one before it is missing.</source>
      <translation>L’entrée {place} n’est pas ce qui a été écrit, ou une entrée précédente manque.</translation>
    </message>
    <message>
      <source>Equal columns</source>
      <translation>Colonnes égales</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Erreur</translation>
    </message>
    <message>
      <source>Estimated accounts</source>
      <translation>Comptes estimés</translation>
    </message>
    <message>
      <source>Estimated people</source>
      <translation>Personnes estimées</translation>
    </message>
    <message>
      <source>Evaluate by itself</source>
      <translation>Évaluer automatiquement</translation>
    </message>
    <message>
      <source>Evaluate by itself…</source>
      <translation>Évaluer automatiquement…</translation>
    </message>
    <message>
      <source>Evaluating {label}…</source>
      <translation>Évaluation de {label}…</translation>
    </message>
    <message>
      <source>Evaluating…</source>
      <translation>Évaluation…</translation>
    </message>
    <message>
      <source>Evaluation</source>
      <translation>Évaluation</translation>
    </message>
    <message>
      <source>Evaluations</source>
      <translation>Évaluations</translation>
    </message>
    <message>
      <source>Event history</source>
      <translation>Historique d’événements</translation>
    </message>
    <message>
      <source>Event of accounts</source>
      <translation>Événement de compte</translation>
    </message>
    <message>
      <source>Event of people</source>
      <translation>Événement de personne</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <source>Every</source>
      <translation>Chaque</translation>
    </message>
    <message>
      <source>Every column needs a name.</source>
      <translation>Chaque colonne a besoin d’un nom.</translation>
    </message>
    <message>
      <source>Every line of this file is loaded</source>
      <translation>Toutes les lignes de ce fichier sont chargées</translation>
    </message>
    <message>
      <source>Every publication</source>
      <translation>Toute publication</translation>
    </message>
    <message>
      <source>Every row of every table that the graph reads, as it is: REAL PEOPLE travel. Encrypt the file, unless it stays with you.</source>
      <translation>Chaque ligne de chaque table que lit le graphe, telle quelle : des PERSONNES RÉELLES voyagent. Chiffrez le fichier, sauf s’il reste chez vous.</translation>
    </message>
    <message>
      <source>Every step is kept by itself, and survives a crash.</source>
      <translation>Chaque étape est gardée d’elle-même et survit à un plantage.</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Tout le monde</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Tout</translation>
    </message>
    <message>
      <source>Everything is decided.</source>
      <translation>Tout est tranché.</translation>
    </message>
    <message>
      <source>Everything it depends on is the same; please report this.</source>
      <translation>Tout ce dont il dépend est identique ; merci de le signaler.</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Exemple</translation>
    </message>
    <message>
      <source>Excluded</source>
      <translation>Exclus</translation>
    </message>
    <message>
      <source>Excluded, and why</source>
      <translation>Exclus, et pourquoi</translation>
    </message>
    <message>
      <source>Expand the frame</source>
      <translation>Déplier le cadre</translation>
    </message>
    <message>
      <source>Expired</source>
      <translation>Expirée</translation>
    </message>
    <message>
      <source>Explore with real data</source>
      <translation>Explorer avec des données réelles</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <source>Export accounts</source>
      <translation>Exporter des comptes</translation>
    </message>
    <message>
      <source>Export accounts…</source>
      <translation>Exporter des comptes…</translation>
    </message>
    <message>
      <source>Export as CSV…</source>
      <translation>Exporter en CSV…</translation>
    </message>
    <message>
      <source>Export members</source>
      <translation>Exporter les membres</translation>
    </message>
    <message>
      <source>Export rows</source>
      <translation>Exporter les lignes</translation>
    </message>
    <message>
      <source>Export them to a file instead.</source>
      <translation>Exportez-les plutôt dans un fichier.</translation>
    </message>
    <message>
      <source>Exports of Salesforce, HubSpot or Marketo</source>
      <translation>Exports de Salesforce, HubSpot ou Marketo</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Expression</source>
      <translation>Expression</translation>
    </message>
    <message>
      <source>External audiences</source>
      <translation>Audiences externes</translation>
    </message>
    <message>
      <source>External id</source>
      <translation>Identifiant externe</translation>
    </message>
    <message>
      <source>Facebook Custom Audience</source>
      <translation>Audience personnalisée Facebook</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>En échec</translation>
    </message>
    <message>
      <source>Failed, over</source>
      <translation>En échec, abandonné</translation>
    </message>
    <message>
      <source>Failure</source>
      <translation>Échec</translation>
    </message>
    <message>
      <source>Failures in a row to tolerate</source>
      <translation>Échecs consécutifs tolérés</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoris</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <source>Field or filter</source>
      <translation>Champ ou filtre</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Champs</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Fichiers</translation>
    </message>
    <message>
      <source>Files to import</source>
      <translation>Fichiers à importer</translation>
    </message>
    <message>
      <source>Fill missing roles through paid media</source>
      <translation>Compléter les rôles manquants par la publicité</translation>
    </message>
    <message>
      <source>Filled</source>
      <translation>Rempli</translation>
    </message>
    <message>
      <source>Filled, %</source>
      <translation>Renseigné, %</translation>
    </message>
    <message>
      <source>Fills</source>
      <translation>Remplit</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <source>Filter by {column}</source>
      <translation>Filtrer par {column}</translation>
    </message>
    <message>
      <source>Filter logic</source>
      <translation>Logique des filtres</translation>
    </message>
    <message>
      <source>Filter the values</source>
      <translation>Filtrer les valeurs</translation>
    </message>
    <message>
      <source>Filter: {label}</source>
      <translation>Filtre : {label}</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filtres</translation>
    </message>
    <message>
      <source>Filter…</source>
      <translation>Filtrer…</translation>
    </message>
    <message>
      <source>Find on the canvas</source>
      <translation>Rechercher sur le canevas</translation>
    </message>
    <message>
      <source>Finds alone</source>
      <translation>Trouve seule</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>First at “{name}”: {then} where it comes from, {here} here.</source>
      <translation>D’abord à « {name} » : {then} à l’origine, {here} ici.</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <source>First identity</source>
      <translation>Première identité</translation>
    </message>
    <message>
      <source>First in the alphabet</source>
      <translation>Premier de l’alphabet</translation>
    </message>
    <message>
      <source>First launches: {moments}</source>
      <translation>Premiers lancements : {moments}</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>Premières lignes</translation>
    </message>
    <message>
      <source>Fits no record</source>
      <translation>Ne correspond à aucun enregistrement</translation>
    </message>
    <message>
      <source>Fixed widths</source>
      <translation>Largeurs fixes</translation>
    </message>
    <message>
      <source>Fold all groups</source>
      <translation>Replier tous les groupes</translation>
    </message>
    <message>
      <source>Fold or unfold</source>
      <translation>Replier ou déplier</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Follow and why</source>
      <translation>Suivi et raisons</translation>
    </message>
    <message>
      <source>Follow this record</source>
      <translation>Suivre cet enregistrement</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Format of {name}</source>
      <translation>Format de {name}</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>ven.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>De</translation>
    </message>
    <message>
      <source>From a bundle</source>
      <translation>D’un paquet</translation>
    </message>
    <message>
      <source>From a file</source>
      <translation>D’un fichier</translation>
    </message>
    <message>
      <source>From baskets of 100 dollars and more to the households that carried them home.</source>
      <translation>Des paniers de 100 dollars et plus aux foyers qui les ont emportés.</translation>
    </message>
    <message>
      <source>From before there were seals: {rows}.</source>
      <translation>D’avant les sceaux : {rows}.</translation>
    </message>
    <message>
      <source>From its records and linked tables</source>
      <translation>De ses enregistrements et tables liées</translation>
    </message>
    <message>
      <source>From then on it cannot be changed.</source>
      <translation>Dès lors, elle ne peut plus être modifiée.</translation>
    </message>
    <message>
      <source>From what people did in the thirty days before {now}.</source>
      <translation>D’après ce que les personnes ont fait dans les trente jours avant le {now}.</translation>
    </message>
    <message>
      <source>From what was done in the thirty days before {now}.</source>
      <translation>D’après ce qui s’est fait dans les trente jours avant le {now}.</translation>
    </message>
    <message>
      <source>From {before} to {after}:</source>
      <translation>Du {before} au {after} :</translation>
    </message>
    <message>
      <source>Functions</source>
      <translation>Fonctions</translation>
    </message>
    <message>
      <source>Generate</source>
      <translation>Générer</translation>
    </message>
    <message>
      <source>Generate a sample company</source>
      <translation>Générer une entreprise d’exemple</translation>
    </message>
    <message>
      <source>Generate a sample company…</source>
      <translation>Générer une entreprise d’exemple…</translation>
    </message>
    <message>
      <source>Generating {name}…</source>
      <translation>Génération : {name}…</translation>
    </message>
    <message>
      <source>Generating…</source>
      <translation>Génération…</translation>
    </message>
    <message>
      <source>Geomarketing</source>
      <translation>Géomarketing</translation>
    </message>
    <message>
      <source>Give the filter a name, so that others find it.</source>
      <translation>Donnez un nom au filtre, pour que d’autres le trouvent.</translation>
    </message>
    <message>
      <source>Give the policy a name.</source>
      <translation>Donnez un nom à la règle.</translation>
    </message>
    <message>
      <source>Give the table a name of letters, digits and underscores.</source>
      <translation>Donnez à la table un nom fait de lettres, de chiffres et de tirets bas.</translation>
    </message>
    <message>
      <source>Gives {type}</source>
      <translation>Résultat : {type}</translation>
    </message>
    <message>
      <source>Go on at {node}</source>
      <translation>Continuer à {node}</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>Aller à</translation>
    </message>
    <message>
      <source>Go to Data</source>
      <translation>Aller aux données</translation>
    </message>
    <message>
      <source>Go to a day</source>
      <translation>Aller à un jour</translation>
    </message>
    <message>
      <source>Go to accounts</source>
      <translation>Aller aux comptes</translation>
    </message>
    <message>
      <source>Go to row</source>
      <translation>Aller à la ligne</translation>
    </message>
    <message>
      <source>Google Customer Match</source>
      <translation>Google Customer Match</translation>
    </message>
    <message>
      <source>Governance</source>
      <translation>Gouvernance</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>Group in a frame</source>
      <translation>Grouper dans un cadre</translation>
    </message>
    <message>
      <source>Group of who asks</source>
      <translation>Groupe du demandeur</translation>
    </message>
    <message>
      <source>Group with the line above</source>
      <translation>Grouper avec la ligne au-dessus</translation>
    </message>
    <message>
      <source>Group with the line below</source>
      <translation>Grouper avec la ligne au-dessous</translation>
    </message>
    <message>
      <source>Groups of approvers</source>
      <translation>Groupes d’approbateurs</translation>
    </message>
    <message>
      <source>Groups of people</source>
      <translation>Groupes de personnes</translation>
    </message>
    <message>
      <source>Hand over from marketing to sales</source>
      <translation>Passer du marketing aux ventes</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Help on this activity</source>
      <translation>Aide sur cette activité</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Ici</translation>
    </message>
    <message>
      <source>Here it adds {step}, which makes {left}.</source>
      <translation>Ici elle ajoute {step}, ce qui fait {left}.</translation>
    </message>
    <message>
      <source>Here it takes away {step}, which leaves {left}.</source>
      <translation>Ici elle retire {step}, ce qui laisse {left}.</translation>
    </message>
    <message>
      <source>Hide column</source>
      <translation>Masquer la colonne</translation>
    </message>
    <message>
      <source>Higher priority</source>
      <translation>Priorité plus haute</translation>
    </message>
    <message>
      <source>Highlights</source>
      <translation>Faits marquants</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>Households of the three largest campaigns: all, those in each of them, and those in the largest only.</source>
      <translation>Foyers des trois plus grandes campagnes : tous, ceux de chacune, et ceux de la plus grande seule.</translation>
    </message>
    <message>
      <source>Households that bought there before, but not in the last 8 weeks, with a control group.</source>
      <translation>Foyers qui y achetaient, mais plus depuis 8 semaines, avec un groupe témoin.</translation>
    </message>
    <message>
      <source>How it is calculated</source>
      <translation>Comment c’est calculé</translation>
    </message>
    <message>
      <source>How it is compared</source>
      <translation>Mode de comparaison</translation>
    </message>
    <message>
      <source>How it is made</source>
      <translation>La façon dont elle est faite</translation>
    </message>
    <message>
      <source>How it is rehearsed</source>
      <translation>Comment on répète</translation>
    </message>
    <message>
      <source>How it is rehearsed…</source>
      <translation>Comment on répète…</translation>
    </message>
    <message>
      <source>How it stands</source>
      <translation>État</translation>
    </message>
    <message>
      <source>How it stands here</source>
      <translation>Situation ici</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>Combien</translation>
    </message>
    <message>
      <source>How much of the journey passes in a second</source>
      <translation>Durée du parcours qui passe en une seconde</translation>
    </message>
    <message>
      <source>How the lines of this group combine</source>
      <translation>Comment les lignes de ce groupe se combinent</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <source>Identities</source>
      <translation>Identités</translation>
    </message>
    <message>
      <source>Identities together</source>
      <translation>Identités ensemble</translation>
    </message>
    <message>
      <source>Identity</source>
      <translation>Identité</translation>
    </message>
    <message>
      <source>Identity namespace</source>
      <translation>Espace de noms de l’identité</translation>
    </message>
    <message>
      <source>Ids of people, apart by commas</source>
      <translation>Identifiants de personnes, séparés par des virgules</translation>
    </message>
    <message>
      <source>Ignore case</source>
      <translation>Ignorer la casse</translation>
    </message>
    <message>
      <source>Ignore it; the other paths go on</source>
      <translation>L’ignorer ; les autres chemins continuent</translation>
    </message>
    <message>
      <source>Immediately</source>
      <translation>Immédiatement</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <source>Import a file, or drop one here.</source>
      <translation>Importez un fichier, ou déposez-en un ici.</translation>
    </message>
    <message>
      <source>Import a file…</source>
      <translation>Importer un fichier…</translation>
    </message>
    <message>
      <source>Import accounts</source>
      <translation>Importer des comptes</translation>
    </message>
    <message>
      <source>Import accounts, or generate a sample company, in the section “Accounts”.</source>
      <translation>Importez des comptes ou générez une entreprise d’exemple dans la section « Comptes ».</translation>
    </message>
    <message>
      <source>Import accounts, people and what belongs to them</source>
      <translation>Importer des comptes, des personnes et ce qui s’y rattache</translation>
    </message>
    <message>
      <source>Import an audience</source>
      <translation>Importer une audience</translation>
    </message>
    <message>
      <source>Import data…</source>
      <translation>Importer des données…</translation>
    </message>
    <message>
      <source>Import files; what links them is drawn here.</source>
      <translation>Importez des fichiers ; ce qui les relie se dessine ici.</translation>
    </message>
    <message>
      <source>Import from Salesforce, HubSpot or Marketo…</source>
      <translation>Importer de Salesforce, HubSpot ou Marketo…</translation>
    </message>
    <message>
      <source>Import from a file…</source>
      <translation>Importer depuis un fichier…</translation>
    </message>
    <message>
      <source>Import its exports on the screen “Accounts”, or make lists and campaigns here for journeys to use.</source>
      <translation>Importez ses exports sur l’écran « Comptes », ou créez ici des listes et des campagnes pour les parcours.</translation>
    </message>
    <message>
      <source>Import more tables, or draw a link in the diagram.</source>
      <translation>Importez d’autres tables, ou tirez un lien dans le diagramme.</translation>
    </message>
    <message>
      <source>Import the exports of Salesforce, HubSpot or Marketo, or try everything with a company that does not exist.</source>
      <translation>Importez les exports de Salesforce, HubSpot ou Marketo, ou essayez tout avec une entreprise qui n’existe pas.</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <translation>Importer {name}</translation>
    </message>
    <message>
      <source>Important</source>
      <translation>Important</translation>
    </message>
    <message>
      <source>Importing {name}…</source>
      <translation>Import de {name}…</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Importer…</translation>
    </message>
    <message>
      <source>In an empty folder</source>
      <translation>Dans un dossier vide</translation>
    </message>
    <message>
      <source>In both</source>
      <translation>Dans les deux</translation>
    </message>
    <message>
      <source>In both {one} and {other}</source>
      <translation>À la fois dans {one} et {other}</translation>
    </message>
    <message>
      <source>In order</source>
      <translation>Dans l’ordre</translation>
    </message>
    <message>
      <source>In order: after the lines above it. Alone: as if the line were the only one. Without it: what the rule finds when the line is left out.</source>
      <translation>Dans l’ordre : après les lignes qui précèdent. Seule : comme si la ligne était la seule. Sans elle : ce que la règle trouve quand la ligne est omise.</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>En cours</translation>
    </message>
    <message>
      <source>In review</source>
      <translation>En validation</translation>
    </message>
    <message>
      <source>In the bundle</source>
      <translation>Dans le lot</translation>
    </message>
    <message>
      <source>In the file</source>
      <translation>Dans le fichier</translation>
    </message>
    <message>
      <source>In the last 30 days</source>
      <translation>Ces 30 derniers jours</translation>
    </message>
    <message>
      <source>In the last 365 days</source>
      <translation>Ces 365 derniers jours</translation>
    </message>
    <message>
      <source>In the last 7 days</source>
      <translation>Ces 7 derniers jours</translation>
    </message>
    <message>
      <source>In this population</source>
      <translation>Dans cette population</translation>
    </message>
    <message>
      <source>In {one} and not in {other}</source>
      <translation>Dans {one} et pas dans {other}</translation>
    </message>
    <message>
      <source>In {other} and not in {one}</source>
      <translation>Dans {other} et pas dans {one}</translation>
    </message>
    <message>
      <source>Inactive</source>
      <translation>Inactive</translation>
    </message>
    <message>
      <source>Include empty values</source>
      <translation>Inclure les valeurs vides</translation>
    </message>
    <message>
      <source>Insert a field, a function or a variable</source>
      <translation>Insérer un champ, une fonction ou une variable</translation>
    </message>
    <message>
      <source>Insert {title}</source>
      <translation>Insérer {title}</translation>
    </message>
    <message>
      <source>Instant of the rehearsal</source>
      <translation>Instant de la répétition</translation>
    </message>
    <message>
      <source>Intent</source>
      <translation>Intention</translation>
    </message>
    <message>
      <source>Interests</source>
      <translation>Intérêts</translation>
    </message>
    <message>
      <source>Into the table</source>
      <translation>Dans la table</translation>
    </message>
    <message>
      <source>Invalid address</source>
      <translation>Adresse invalide</translation>
    </message>
    <message>
      <source>Inventing companies, their people and what these did…</source>
      <translation>Invention de sociétés, de leurs personnes et de ce qu’elles ont fait…</translation>
    </message>
    <message>
      <source>Invite decision makers to a roadshow</source>
      <translation>Inviter les décideurs à une tournée</translation>
    </message>
    <message>
      <source>Is here.</source>
      <translation>Est ici.</translation>
    </message>
    <message>
      <source>Is not here.</source>
      <translation>N’est pas ici.</translation>
    </message>
    <message>
      <source>It begins with the bands and weights of another model.</source>
      <translation>Il commence avec les niveaux et les poids d’un autre modèle.</translation>
    </message>
    <message>
      <source>It came without counts.</source>
      <translation>Il est arrivé sans nombres.</translation>
    </message>
    <message>
      <source>It cannot be brought back.</source>
      <translation>Vous ne pourrez pas revenir en arrière.</translation>
    </message>
    <message>
      <source>It did not run in the last 24 hours</source>
      <translation>Aucune exécution dans les dernières 24 heures</translation>
    </message>
    <message>
      <source>It does not come from {inputs}.</source>
      <translation>Il ne vient pas de {inputs}.</translation>
    </message>
    <message>
      <source>It fails: {lines}.</source>
      <translation>Condition non remplie : {lines}.</translation>
    </message>
    <message>
      <source>It fills itself once it is published.</source>
      <translation>Elle se remplit une fois publiée.</translation>
    </message>
    <message>
      <source>It follows its filter each day; “Refresh now” does so at once.</source>
      <translation>Elle suit son filtre chaque jour ; « Actualiser » le fait aussitôt.</translation>
    </message>
    <message>
      <source>It has not run yet</source>
      <translation>Aucune exécution pour l’instant</translation>
    </message>
    <message>
      <source>It holds the placeholder {address} until the first person comes in.</source>
      <translation>Elle contient l’adresse provisoire {address} jusqu’à la première personne.</translation>
    </message>
    <message>
      <source>It is computed for each row from the columns of the file, such as @price * @quantity.</source>
      <translation>Calculée pour chaque ligne à partir des colonnes du fichier, par exemple @price * @quantity.</translation>
    </message>
    <message>
      <source>It is different here.</source>
      <translation>Différent ici.</translation>
    </message>
    <message>
      <source>It is encrypted. Type the passphrase that its sender told you.</source>
      <translation>Il est chiffré. Saisissez la phrase secrète que l’expéditeur vous a donnée.</translation>
    </message>
    <message>
      <source>It is excluded by: {lines}.</source>
      <translation>Il est exclu par : {lines}.</translation>
    </message>
    <message>
      <source>It is here already, and different.</source>
      <translation>Déjà présent ici, mais différent.</translation>
    </message>
    <message>
      <source>It is here already, and the same.</source>
      <translation>Déjà présent ici, et identique.</translation>
    </message>
    <message>
      <source>It is imported. You can still take it back.</source>
      <translation>Importé. Vous pouvez encore l’annuler.</translation>
    </message>
    <message>
      <source>It is new here.</source>
      <translation>Nouveau ici.</translation>
    </message>
    <message>
      <source>It is not known here.</source>
      <translation>Inconnu ici.</translation>
    </message>
    <message>
      <source>It is scheduled to start on {start} and ends on {end}.</source>
      <translation>Il commencera le {start} et se terminera le {end}.</translation>
    </message>
    <message>
      <source>It is switched off.</source>
      <translation>Elle est désactivée.</translation>
    </message>
    <message>
      <source>It is {status}, so it cannot be changed. Duplicate it and change the copy.</source>
      <translation>État : {status}. Pour le modifier, dupliquez-le et travaillez sur la copie.</translation>
    </message>
    <message>
      <source>It is {status}, so it cannot be changed. Duplicate it, or bring it back to draft.</source>
      <translation>État : {status}. Pour la modifier, dupliquez-la ou remettez-la au brouillon.</translation>
    </message>
    <message>
      <source>It left there by {ways}.</source>
      <translation>Il en est sorti par {ways}.</translation>
    </message>
    <message>
      <source>It runs while Jalon has this workspace open. For when the window is closed, let the system keep “jalon schedule run” going; “jalon schedule unit” says how. A single launch that was missed is asked about, others are skipped and said.</source>
      <translation>Elle s’exécute tant que Jalon a cet espace de travail ouvert. Pour les moments où la fenêtre est fermée, confiez « jalon schedule run » au système ; « jalon schedule unit » dit comment. Un lancement unique manqué donne lieu à une question, les autres sont sautés et signalés.</translation>
    </message>
    <message>
      <source>It sends without asking.</source>
      <translation>Elle envoie sans demander.</translation>
    </message>
    <message>
      <source>It starts at once and ends on {end}.</source>
      <translation>Il commence tout de suite et se termine le {end}.</translation>
    </message>
    <message>
      <source>It was evaluated once; with the next evaluation there is something to compare.</source>
      <translation>Évaluée une seule fois ; dès la prochaine évaluation, il y aura de quoi comparer.</translation>
    </message>
    <message>
      <source>It was stopped; all is as it was.</source>
      <translation>Arrêté ; tout est comme avant.</translation>
    </message>
    <message>
      <source>It was {before} and is {now}: the data has changed since.</source>
      <translation>C’était {before}, c’est {now} : les données ont changé depuis.</translation>
    </message>
    <message>
      <source>Its columns are matched with those of the table by name.</source>
      <translation>Ses colonnes sont associées à celles de la table par leur nom.</translation>
    </message>
    <message>
      <source>Its label, what its members are and what is kept with them. No member travels.</source>
      <translation>Son libellé, ce que sont ses membres et ce qui est conservé avec eux. Aucun membre ne voyage.</translation>
    </message>
    <message>
      <source>Its launch was missed, because Jalon was not running then.</source>
      <translation>Son lancement a été manqué, car Jalon ne tournait pas à ce moment.</translation>
    </message>
    <message>
      <source>Its lists and campaigns act only on the people of the partitions that it sees.</source>
      <translation>Ses listes et campagnes n’agissent que sur les personnes des partitions qu’il voit.</translation>
    </message>
    <message>
      <source>Its messages wait until you confirm them.</source>
      <translation>Ses messages attendent votre confirmation.</translation>
    </message>
    <message>
      <source>Its records are not targeted</source>
      <translation>Ses enregistrements ne sont pas ciblés</translation>
    </message>
    <message>
      <source>Its records are not there, so nothing is known of its members.</source>
      <translation>Ses enregistrements sont absents : on ne sait rien de ses membres.</translation>
    </message>
    <message>
      <source>Its records have no other identity.</source>
      <translation>Ses enregistrements n’ont pas d’autre identité.</translation>
    </message>
    <message>
      <source>Its schedule cannot be read.</source>
      <translation>Sa planification est illisible.</translation>
    </message>
    <message>
      <source>Journey</source>
      <translation>Parcours</translation>
    </message>
    <message>
      <source>Journey aborted</source>
      <translation>Parcours interrompu</translation>
    </message>
    <message>
      <source>Journey closed</source>
      <translation>Parcours fermé</translation>
    </message>
    <message>
      <source>Journey ended</source>
      <translation>Parcours terminé</translation>
    </message>
    <message>
      <source>Journey finished</source>
      <translation>Parcours achevé</translation>
    </message>
    <message>
      <source>Journeys</source>
      <translation>Parcours</translation>
    </message>
    <message>
      <source>Journeys add people here, by the action “Activate to destination”.</source>
      <translation>Les parcours y mettent des personnes par l’action « Activer vers une destination ».</translation>
    </message>
    <message>
      <source>Journeys add people here, by the action “Add to external customer audience”.</source>
      <translation>Les parcours y mettent des personnes par l’action « Ajouter à une audience externe ».</translation>
    </message>
    <message>
      <source>Journeys add people to it and take them out by their records.</source>
      <translation>Les parcours y ajoutent des personnes et les en retirent par leurs fiches.</translation>
    </message>
    <message>
      <source>Journeys add people to it by their addresses; it is written to a file for the advertising service.</source>
      <translation>Les parcours y ajoutent des personnes par leur adresse ; elle s’écrit dans un fichier pour le service publicitaire.</translation>
    </message>
    <message>
      <source>Journeys and buying groups activate accounts and people there; only a file leaves Jalon.</source>
      <translation>Les parcours et les groupes d’achat y activent comptes et personnes ; seul un fichier quitte Jalon.</translation>
    </message>
    <message>
      <source>Journeys and buying groups send it once it is approved.</source>
      <translation>Les parcours et les groupes d’achat l’envoient une fois approuvé.</translation>
    </message>
    <message>
      <source>Journeys can use this list, and add and remove members.</source>
      <translation>Les parcours peuvent utiliser cette liste, y ajouter et en retirer des membres.</translation>
    </message>
    <message>
      <source>Journeys request it for people; each request is a row of its own.</source>
      <translation>Les parcours la demandent pour des personnes ; chaque demande est une ligne.</translation>
    </message>
    <message>
      <source>Keep a rule under a name, and use it in other rules.</source>
      <translation>Gardez une règle sous un nom, et servez-vous-en dans d’autres règles.</translation>
    </message>
    <message>
      <source>Keep the changes</source>
      <translation>Garder les changements</translation>
    </message>
    <message>
      <source>Keep the populations of earlier runs</source>
      <translation>Garder les populations des exécutions passées</translation>
    </message>
    <message>
      <source>Kept as the template “{name}”.</source>
      <translation>Gardé comme modèle « {name} ».</translation>
    </message>
    <message>
      <source>Kept for a year, in this workspace alone.</source>
      <translation>Conservé un an, dans cet espace de travail uniquement.</translation>
    </message>
    <message>
      <source>Kept just now</source>
      <translation>Gardé à l’instant</translation>
    </message>
    <message>
      <source>Kept up</source>
      <translation>Suivi</translation>
    </message>
    <message numerus="yes">
      <source>Kept {n} minute(s) ago</source>
      <translation>
        <numerusform>Gardé il y a {n} minute</numerusform>
        <numerusform>Gardé il y a {n} minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Clé</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Raccourcis clavier</translation>
    </message>
    <message>
      <source>Keys to ask about</source>
      <translation>Clés à examiner</translation>
    </message>
    <message>
      <source>Keywords</source>
      <translation>Mots-clés</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Kind of activity</source>
      <translation>Type d’activité</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Déjà connu</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Libellé</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Largest</source>
      <translation>Le plus grand</translation>
    </message>
    <message>
      <source>Last 24 hours</source>
      <translation>Dernières 24 heures</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <source>Last in the alphabet</source>
      <translation>Dernier de l’alphabet</translation>
    </message>
    <message>
      <source>Last run</source>
      <translation>Dernière exécution</translation>
    </message>
    <message>
      <source>Last updated</source>
      <translation>Dernière mise à jour</translation>
    </message>
    <message>
      <source>Last: {run}</source>
      <translation>Dernière : {run}</translation>
    </message>
    <message>
      <source>Lasts until</source>
      <translation>Valable jusqu’au</translation>
    </message>
    <message>
      <source>Latest</source>
      <translation>Le plus récent</translation>
    </message>
    <message>
      <source>Latest activities</source>
      <translation>Dernières activités</translation>
    </message>
    <message>
      <source>Lay out</source>
      <translation>Disposer</translation>
    </message>
    <message>
      <source>Leaders in the US are invited twice; who fills out the form is noted, and sales hears of it.</source>
      <translation>Les dirigeants des États-Unis sont invités deux fois ; qui remplit le formulaire est noté, et les ventes en sont informées.</translation>
    </message>
    <message>
      <source>Leads to</source>
      <translation>Mène à</translation>
    </message>
    <message>
      <source>Leads to {table}.</source>
      <translation>Mène à {table}.</translation>
    </message>
    <message>
      <source>Leave it as it is here</source>
      <translation>Laisser ce qui est ici</translation>
    </message>
    <message>
      <source>Leave it out</source>
      <translation>Ne pas le prendre</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Sorties</translation>
    </message>
    <message>
      <source>Left: {reason}</source>
      <translation>Sortis : {reason}</translation>
    </message>
    <message>
      <source>Let it last longer</source>
      <translation>Prolonger</translation>
    </message>
    <message>
      <source>Let {record} through</source>
      <translation>Laisser passer {record}</translation>
    </message>
    <message>
      <source>Letters typed on the canvas begin the name of an activity; it follows what is selected.</source>
      <translation>Les lettres tapées sur le canevas commencent le nom d’une activité ; elle suit ce qui est sélectionné.</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>Niveau</translation>
    </message>
    <message>
      <source>Library of filters</source>
      <translation>Bibliothèque de filtres</translation>
    </message>
    <message>
      <source>Library…</source>
      <translation>Bibliothèque…</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <source>Line {line}: {reason}</source>
      <translation>Ligne {line} : {reason}</translation>
    </message>
    <message>
      <source>Lineage</source>
      <translation>Lignage</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <source>Lines about linked records stay inside their line. Copy and paste them instead.</source>
      <translation>Les lignes sur des enregistrements liés restent dans leur ligne. Copiez-les et collez-les plutôt.</translation>
    </message>
    <message>
      <source>Lines of {file} that were set aside</source>
      <translation>Lignes de {file} mises de côté</translation>
    </message>
    <message>
      <source>Lines to skip</source>
      <translation>Lignes à sauter</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Lien</translation>
    </message>
    <message>
      <source>Linked</source>
      <translation>Liés</translation>
    </message>
    <message>
      <source>Linked attributes are read for a look; the population stays as it was counted.</source>
      <translation>Les attributs liés sont lus pour regarder ; la population reste telle qu’elle a été comptée.</translation>
    </message>
    <message>
      <source>LinkedIn companies</source>
      <translation>Entreprises LinkedIn</translation>
    </message>
    <message>
      <source>LinkedIn people</source>
      <translation>Personnes LinkedIn</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>Liens</translation>
    </message>
    <message>
      <source>Links and dimensions</source>
      <translation>Liens et dimensions</translation>
    </message>
    <message>
      <source>Links that the data suggest</source>
      <translation>Liens que les données suggèrent</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>Listes</translation>
    </message>
    <message>
      <source>Lists and audiences</source>
      <translation>Listes et audiences</translation>
    </message>
    <message>
      <source>Lists and filters still go by {kept}, which the last daily job wrote; run the daily jobs to bring them up to date.</source>
      <translation>Les listes et les filtres s’en tiennent encore à {kept}, écrit par la dernière tâche du jour ; lancez les tâches du jour pour les mettre à jour.</translation>
    </message>
    <message>
      <source>Lists, templates or other objects that it names are different here.</source>
      <translation>Des listes, modèles ou autres objets qu’il cite sont différents ici.</translation>
    </message>
    <message>
      <source>Live</source>
      <translation>En ligne</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Charger</translation>
    </message>
    <message>
      <source>Load from now on</source>
      <translation>Charger désormais</translation>
    </message>
    <message>
      <source>Load regularly…</source>
      <translation>Charger régulièrement…</translation>
    </message>
    <message>
      <source>Load the corrected lines</source>
      <translation>Charger les lignes corrigées</translation>
    </message>
    <message>
      <source>Load {name}</source>
      <translation>Charger {name}</translation>
    </message>
    <message numerus="yes">
      <source>Load {n} corrected line(s)</source>
      <translation>
        <numerusform>Charger {n} ligne corrigée</numerusform>
        <numerusform>Charger {n} lignes corrigées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Load {n} row(s)</source>
      <translation>
        <numerusform>Charger {n} ligne</numerusform>
        <numerusform>Charger {n} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Load {n} table(s)</source>
      <translation>
        <numerusform>Charger {n} table</numerusform>
        <numerusform>Charger {n} tables</numerusform>
      </translation>
    </message>
    <message>
      <source>Load {table} from a folder</source>
      <translation>Charger {table} depuis un dossier</translation>
    </message>
    <message>
      <source>Loaded</source>
      <translation>Chargé</translation>
    </message>
    <message numerus="yes">
      <source>Loading {name}: {n} line(s)…</source>
      <translation>
        <numerusform>Chargement de {name} : {n} ligne…</numerusform>
        <numerusform>Chargement de {name} : {n} lignes…</numerusform>
      </translation>
    </message>
    <message>
      <source>Loading {name}…</source>
      <translation>Chargement de {name}…</translation>
    </message>
    <message>
      <source>Loads</source>
      <translation>Chargements</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Log of the selected activity</source>
      <translation>Journal de l’activité sélectionnée</translation>
    </message>
    <message>
      <source>Look now</source>
      <translation>Regarder maintenant</translation>
    </message>
    <message>
      <source>Look through the words, then approve the category or delete it; no other is taken before.</source>
      <translation>Parcourez les mots, puis approuvez la catégorie ou supprimez-la ; aucune autre n’est acceptée avant.</translation>
    </message>
    <message>
      <source>Look whether they are as they were written.</source>
      <translation>Vérifie qu’elles sont telles qu’elles ont été écrites.</translation>
    </message>
    <message>
      <source>Looking for members, computing scores…</source>
      <translation>Recherche des membres, calcul des scores…</translation>
    </message>
    <message>
      <source>Looking through the data…</source>
      <translation>Parcours des données…</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Recherche…</translation>
    </message>
    <message>
      <source>Lower priority</source>
      <translation>Priorité plus basse</translation>
    </message>
    <message>
      <source>M</source>
      <translation>M</translation>
    </message>
    <message>
      <source>Main</source>
      <translation>Principal</translation>
    </message>
    <message>
      <source>Make a journey, and its numbers are here as soon as it can be rehearsed.</source>
      <translation>Créez un parcours ; ses nombres seront ici dès qu’il pourra être répété.</translation>
    </message>
    <message>
      <source>Make a roles template</source>
      <translation>Créer un modèle de rôles</translation>
    </message>
    <message>
      <source>Make a targeting dimension first; a filter is about its records.</source>
      <translation>Créez d’abord une dimension de ciblage ; un filtre porte sur ses enregistrements.</translation>
    </message>
    <message>
      <source>Make one</source>
      <translation>En créer</translation>
    </message>
    <message>
      <source>Make room</source>
      <translation>Faire de la place</translation>
    </message>
    <message>
      <source>Make the table</source>
      <translation>Créer la table</translation>
    </message>
    <message>
      <source>Makes it the document as it is now; what is there now stays a version.</source>
      <translation>En fait le document actuel ; ce qui s’y trouve reste une version.</translation>
    </message>
    <message>
      <source>Making groups, computing scores…</source>
      <translation>Création des groupes, calcul des scores…</translation>
    </message>
    <message>
      <source>Making the workspace…</source>
      <translation>Création de l’espace de travail…</translation>
    </message>
    <message>
      <source>Marketo objects</source>
      <translation>Objets Marketo</translation>
    </message>
    <message>
      <source>Match</source>
      <translation>Correspondance</translation>
    </message>
    <message>
      <source>Matched no path</source>
      <translation>Aucune branche ne convient</translation>
    </message>
    <message>
      <source>May not enter again</source>
      <translation>Nouvelle entrée refusée</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Median</source>
      <translation>Médiane</translation>
    </message>
    <message>
      <source>Member</source>
      <translation>Membre</translation>
    </message>
    <message>
      <source>Member of a buying group</source>
      <translation>Membre d’un groupe d’achat</translation>
    </message>
    <message>
      <source>Member of a journey</source>
      <translation>Membre d’un parcours</translation>
    </message>
    <message>
      <source>Member of a list</source>
      <translation>Membre d’une liste</translation>
    </message>
    <message>
      <source>Member of a program</source>
      <translation>Membre d’un programme</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Members by identity</source>
      <translation>Membres par identité</translation>
    </message>
    <message>
      <source>Members by identity, over time</source>
      <translation>Membres par identité, au fil du temps</translation>
    </message>
    <message>
      <source>Members of buying groups are put on a list, so that other campaigns leave them alone; after a month they are taken off.</source>
      <translation>Les membres des groupes d’achat sont mis sur une liste pour que les autres campagnes les laissent tranquilles ; après un mois, ils en sont retirés.</translation>
    </message>
    <message>
      <source>Members of {name}</source>
      <translation>Membres de {name}</translation>
    </message>
    <message>
      <source>Members required</source>
      <translation>Membres requis</translation>
    </message>
    <message>
      <source>Members…</source>
      <translation>Membres…</translation>
    </message>
    <message>
      <source>Merge policy</source>
      <translation>Règle de fusion</translation>
    </message>
    <message>
      <source>Merge {name}</source>
      <translation>Fusionner {name}</translation>
    </message>
    <message>
      <source>Merge “{name}”</source>
      <translation>Fusionner « {name} »</translation>
    </message>
    <message>
      <source>Merge…</source>
      <translation>Fusionner…</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Messages</translation>
    </message>
    <message>
      <source>Messages allowed</source>
      <translation>Messages permis</translation>
    </message>
    <message>
      <source>Minor</source>
      <translation>Mineur</translation>
    </message>
    <message>
      <source>Models come with the account data: import or generate accounts first.</source>
      <translation>Les modèles viennent avec les données des comptes : importez ou générez d’abord des comptes.</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>lun.</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mois</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <source>More about the whole rule</source>
      <translation>Plus sur toute la règle</translation>
    </message>
    <message>
      <source>More commands</source>
      <translation>Plus de commandes</translation>
    </message>
    <message>
      <source>More than {most} rows cannot be copied at once.</source>
      <translation>Plus de {most} lignes ne peuvent pas être copiées à la fois.</translation>
    </message>
    <message>
      <source>Most frequent values</source>
      <translation>Valeurs les plus fréquentes</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Déplacer</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <source>Move the instant, or look at another transition.</source>
      <translation>Déplacez l’instant, ou regardez une autre transition.</translation>
    </message>
    <message>
      <source>Move to a folder</source>
      <translation>Déplacer dans un dossier</translation>
    </message>
    <message>
      <source>Move to a folder…</source>
      <translation>Déplacer dans un dossier…</translation>
    </message>
    <message>
      <source>Move transitions</source>
      <translation>Déplacer des transitions</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <source>Move “{node}”</source>
      <translation>Déplacer « {node} »</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Name its columns as those of a table, or import it as a table of its own in Data.</source>
      <translation>Nommez ses colonnes comme celles d’une table, ou importez-le comme table à part dans Données.</translation>
    </message>
    <message>
      <source>Name of the dataflow</source>
      <translation>Nom du flux</translation>
    </message>
    <message>
      <source>Name of the groups</source>
      <translation>Nom des groupes</translation>
    </message>
    <message>
      <source>Name of this version</source>
      <translation>Nom de cette version</translation>
    </message>
    <message>
      <source>Name, which is permanent</source>
      <translation>Nom, qui est définitif</translation>
    </message>
    <message>
      <source>Names of the files</source>
      <translation>Noms des fichiers</translation>
    </message>
    <message>
      <source>Names, separated by commas</source>
      <translation>Des noms, séparés par des virgules</translation>
    </message>
    <message>
      <source>Names, separated by commas; nobody removes the group</source>
      <translation>Noms, séparés par des virgules ; sans personne, le groupe disparaît</translation>
    </message>
    <message>
      <source>Needed</source>
      <translation>Requis</translation>
    </message>
    <message>
      <source>Needs its settings</source>
      <translation>À régler</translation>
    </message>
    <message>
      <source>Never saved</source>
      <translation>Jamais enregistré</translation>
    </message>
    <message>
      <source>New Marketo object</source>
      <translation>Nouvel objet Marketo</translation>
    </message>
    <message>
      <source>New account audience</source>
      <translation>Nouvelle audience de comptes</translation>
    </message>
    <message>
      <source>New account list</source>
      <translation>Nouvelle liste de comptes</translation>
    </message>
    <message>
      <source>New audience…</source>
      <translation>Nouvelle audience…</translation>
    </message>
    <message>
      <source>New campaign</source>
      <translation>Nouvelle campagne</translation>
    </message>
    <message>
      <source>New campaign from a template…</source>
      <translation>Nouvelle campagne d’après un modèle…</translation>
    </message>
    <message>
      <source>New communication limit</source>
      <translation>Nouvelle limite de communication</translation>
    </message>
    <message>
      <source>New destination</source>
      <translation>Nouvelle destination</translation>
    </message>
    <message>
      <source>New destination…</source>
      <translation>Nouvelle destination…</translation>
    </message>
    <message>
      <source>New external audience</source>
      <translation>Nouvelle audience externe</translation>
    </message>
    <message>
      <source>New external audience…</source>
      <translation>Nouvelle audience externe…</translation>
    </message>
    <message>
      <source>New files of a folder go into a table, each exactly once, while a window has the workspace open or “jalon schedule run” looks after it.</source>
      <translation>Les nouveaux fichiers d’un dossier vont dans une table, chacun exactement une fois, tant qu’une fenêtre a l’espace de travail ouvert ou que « jalon schedule run » s’en occupe.</translation>
    </message>
    <message>
      <source>New filter</source>
      <translation>Nouveau filtre</translation>
    </message>
    <message>
      <source>New group</source>
      <translation>Nouveau groupe</translation>
    </message>
    <message>
      <source>New group…</source>
      <translation>Nouveau groupe…</translation>
    </message>
    <message>
      <source>New interest…</source>
      <translation>Nouvel intérêt…</translation>
    </message>
    <message>
      <source>New journey</source>
      <translation>Nouveau parcours</translation>
    </message>
    <message>
      <source>New journey…</source>
      <translation>Nouveau parcours…</translation>
    </message>
    <message>
      <source>New list…</source>
      <translation>Nouvelle liste…</translation>
    </message>
    <message>
      <source>New model…</source>
      <translation>Nouveau modèle…</translation>
    </message>
    <message>
      <source>New object…</source>
      <translation>Nouvel objet…</translation>
    </message>
    <message>
      <source>New people list</source>
      <translation>Nouvelle liste de personnes</translation>
    </message>
    <message>
      <source>New persona</source>
      <translation>Nouveau persona</translation>
    </message>
    <message>
      <source>New persona…</source>
      <translation>Nouveau persona…</translation>
    </message>
    <message>
      <source>New policy…</source>
      <translation>Nouvelle règle…</translation>
    </message>
    <message>
      <source>New program</source>
      <translation>Nouveau programme</translation>
    </message>
    <message>
      <source>New program type</source>
      <translation>Nouveau type de programme</translation>
    </message>
    <message>
      <source>New program…</source>
      <translation>Nouveau programme…</translation>
    </message>
    <message>
      <source>New role</source>
      <translation>Nouveau rôle</translation>
    </message>
    <message>
      <source>New roles template</source>
      <translation>Nouveau modèle de rôles</translation>
    </message>
    <message>
      <source>New role…</source>
      <translation>Nouveau rôle…</translation>
    </message>
    <message>
      <source>New rule…</source>
      <translation>Nouvelle règle…</translation>
    </message>
    <message>
      <source>New scoring model</source>
      <translation>Nouveau modèle de score</translation>
    </message>
    <message>
      <source>New solution interest</source>
      <translation>Nouvel intérêt de solution</translation>
    </message>
    <message>
      <source>New stage model</source>
      <translation>Nouveau modèle d’étapes</translation>
    </message>
    <message>
      <source>New stage model…</source>
      <translation>Nouveau modèle d’étapes…</translation>
    </message>
    <message>
      <source>New table</source>
      <translation>Nouvelle table</translation>
    </message>
    <message>
      <source>New table…</source>
      <translation>Nouvelle table…</translation>
    </message>
    <message>
      <source>New template…</source>
      <translation>Nouveau modèle…</translation>
    </message>
    <message>
      <source>New type…</source>
      <translation>Nouveau type…</translation>
    </message>
    <message>
      <source>New window</source>
      <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
      <source>New workspace…</source>
      <translation>Nouvel espace de travail…</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Créer…</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Next look</source>
      <translation>Prochain passage</translation>
    </message>
    <message>
      <source>Next part of the window</source>
      <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
      <source>Next run</source>
      <translation>Prochaine exécution</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>Onglet suivant</translation>
    </message>
    <message>
      <source>Next: {moments}</source>
      <translation>Prochaines : {moments}</translation>
    </message>
    <message>
      <source>No account is here</source>
      <translation>Aucun compte ici</translation>
    </message>
    <message>
      <source>No action is chosen</source>
      <translation>Aucune action choisie</translation>
    </message>
    <message>
      <source>No address</source>
      <translation>Sans adresse</translation>
    </message>
    <message>
      <source>No audience is chosen</source>
      <translation>Aucune audience choisie</translation>
    </message>
    <message>
      <source>No audience is saved yet</source>
      <translation>Aucune audience enregistrée</translation>
    </message>
    <message>
      <source>No audience passes the filters.</source>
      <translation>Aucune audience ne passe les filtres.</translation>
    </message>
    <message>
      <source>No buying group</source>
      <translation>Sans groupe d’achat</translation>
    </message>
    <message>
      <source>No column and no linked attribute is called so. Search for another part of its name.</source>
      <translation>Aucune colonne ni aucun attribut lié ne s’appelle ainsi. Cherchez une autre partie de son nom.</translation>
    </message>
    <message>
      <source>No condition yet: all of {table} are found. Add one to narrow them down.</source>
      <translation>Pas encore de condition : tous les enregistrements de {table} sont trouvés. Ajoutez-en une pour les restreindre.</translation>
    </message>
    <message>
      <source>No consent</source>
      <translation>Pas de consentement</translation>
    </message>
    <message>
      <source>No count depends on it.</source>
      <translation>Aucun nombre n’en dépend.</translation>
    </message>
    <message>
      <source>No date is set</source>
      <translation>Aucune date</translation>
    </message>
    <message>
      <source>No device</source>
      <translation>Pas d’appareil</translation>
    </message>
    <message>
      <source>No end date yet</source>
      <translation>Pas encore de date de fin</translation>
    </message>
    <message>
      <source>No entries: nothing was changed yet, or nothing fits the search.</source>
      <translation>Aucune entrée : rien n’a encore été changé, ou rien ne correspond à la recherche.</translation>
    </message>
    <message>
      <source>No event is chosen</source>
      <translation>Aucun événement choisi</translation>
    </message>
    <message>
      <source>No file matches yet; the first one that does will be loaded.</source>
      <translation>Aucun fichier ne correspond encore ; le premier qui le fera sera chargé.</translation>
    </message>
    <message>
      <source>No file of this folder was looked at yet.</source>
      <translation>Aucun fichier de ce dossier n’a encore été regardé.</translation>
    </message>
    <message>
      <source>No file was loaded into this table yet.</source>
      <translation>Aucun fichier n’a encore été chargé dans cette table.</translation>
    </message>
    <message>
      <source>No filter is called so</source>
      <translation>Aucun filtre ne s’appelle ainsi</translation>
    </message>
    <message>
      <source>No filter yet: add a condition.</source>
      <translation>Pas encore de filtre : ajoutez une condition.</translation>
    </message>
    <message>
      <source>No folder is looked after yet</source>
      <translation>Aucun dossier n’est encore suivi</translation>
    </message>
    <message>
      <source>No further link is suggested</source>
      <translation>Aucun autre lien n’est suggéré</translation>
    </message>
    <message>
      <source>No group yet</source>
      <translation>Pas encore de groupe</translation>
    </message>
    <message>
      <source>No launch is to come.</source>
      <translation>Aucun lancement à venir.</translation>
    </message>
    <message>
      <source>No launch.</source>
      <translation>Aucun lancement.</translation>
    </message>
    <message>
      <source>No link yet</source>
      <translation>Pas encore de lien</translation>
    </message>
    <message>
      <source>No list is chosen</source>
      <translation>Aucune liste choisie</translation>
    </message>
    <message>
      <source>No message was sent</source>
      <translation>Aucun message envoyé</translation>
    </message>
    <message>
      <source>No messages</source>
      <translation>Aucun message</translation>
    </message>
    <message>
      <source>No other audience is about the same records.</source>
      <translation>Aucune autre audience ne porte sur les mêmes enregistrements.</translation>
    </message>
    <message>
      <source>No path fitted</source>
      <translation>Aucun chemin ne convenait</translation>
    </message>
    <message>
      <source>No phone number</source>
      <translation>Pas de numéro de téléphone</translation>
    </message>
    <message>
      <source>No population is open</source>
      <translation>Aucune population n’est ouverte</translation>
    </message>
    <message>
      <source>No population passes here.</source>
      <translation>Aucune population ne passe ici.</translation>
    </message>
    <message>
      <source>No record</source>
      <translation>Aucune fiche</translation>
    </message>
    <message>
      <source>No role of the template is required, so there is nothing to complete.</source>
      <translation>Aucun rôle du modèle n’est requis : il n’y a rien à compléter.</translation>
    </message>
    <message>
      <source>No row matches</source>
      <translation>Aucune ligne ne correspond</translation>
    </message>
    <message>
      <source>No rows.</source>
      <translation>Aucune ligne.</translation>
    </message>
    <message>
      <source>No service is chosen</source>
      <translation>Aucun service choisi</translation>
    </message>
    <message>
      <source>No table is called so</source>
      <translation>Aucune table ne s’appelle ainsi</translation>
    </message>
    <message>
      <source>No targeting dimension has an identity. Declare one in the section Data first.</source>
      <translation>Aucune dimension de ciblage n’a d’identité. Déclarez-en d’abord une dans la section Données.</translation>
    </message>
    <message>
      <source>No targeting dimension is made of {table}, so a filter on it could never be used.</source>
      <translation>Aucune dimension de ciblage n’est faite de {table} ; un filtre dessus ne servirait jamais.</translation>
    </message>
    <message>
      <source>No version of this document was saved yet.</source>
      <translation>Aucune version de ce document n’a encore été enregistrée.</translation>
    </message>
    <message>
      <source>Nobody has gone on from here yet</source>
      <translation>Personne n’est encore allé plus loin</translation>
    </message>
    <message>
      <source>Nobody here has this value.</source>
      <translation>Personne n’a cette valeur ici.</translation>
    </message>
    <message>
      <source>Nobody is here</source>
      <translation>Personne ici</translation>
    </message>
    <message>
      <source>Nobody signed it, so nobody vouches for where it comes from.</source>
      <translation>Personne ne l’a signé : rien ne garantit sa provenance.</translation>
    </message>
    <message>
      <source>Nobody yet: add a condition.</source>
      <translation>Personne encore : ajoutez une condition.</translation>
    </message>
    <message>
      <source>Nobody.</source>
      <translation>Personne.</translation>
    </message>
    <message>
      <source>Nodes and paths alone: no settings, no conditions, and each wait as long as a new one.</source>
      <translation>Les étapes et les branches seules : ni réglages ni conditions, et chaque attente a la durée d’une nouvelle.</translation>
    </message>
    <message>
      <source>Nodes stand on this path.</source>
      <translation>Des nœuds se trouvent sur cette branche.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>None has the campaign's merge policy</source>
      <translation>Aucune n’a la règle de fusion de la campagne</translation>
    </message>
    <message>
      <source>None yet: create buying groups of this interest</source>
      <translation>Aucune encore : créez des groupes d’achat de cet intérêt</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Not a member</source>
      <translation>Pas membre</translation>
    </message>
    <message>
      <source>Not complete yet</source>
      <translation>Pas encore complet</translation>
    </message>
    <message>
      <source>Not connected yet; a tick draws the transition.</source>
      <translation>Pas encore reliée ; une coche trace la transition.</translation>
    </message>
    <message>
      <source>Not engaged</source>
      <translation>Non engagé</translation>
    </message>
    <message>
      <source>Not in program</source>
      <translation>Hors du programme</translation>
    </message>
    <message>
      <source>Not in the journey</source>
      <translation>Pas dans le parcours</translation>
    </message>
    <message>
      <source>Not in the partition</source>
      <translation>Hors de la partition</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Pas atteinte</translation>
    </message>
    <message>
      <source>Not rehearsed yet</source>
      <translation>Pas encore répété</translation>
    </message>
    <message>
      <source>Not used anywhere yet.</source>
      <translation>Encore utilisé nulle part.</translation>
    </message>
    <message>
      <source>Not yet actioned on</source>
      <translation>Pas encore traités</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Nothing could be counted: see Problems.</source>
      <translation>Rien n’a pu être compté : voyez Problèmes.</translation>
    </message>
    <message>
      <source>Nothing fits what you typed.</source>
      <translation>Rien ne correspond à ce que vous avez tapé.</translation>
    </message>
    <message>
      <source>Nothing has run yet. A campaign runs when it is tested, published or due.</source>
      <translation>Rien n’a encore été exécuté. Une campagne s’exécute quand on la teste, la publie ou qu’elle est due.</translation>
    </message>
    <message>
      <source>Nothing here changes the journey; it says under which conditions it is rehearsed.</source>
      <translation>Rien ici ne change le parcours ; cela dit dans quelles conditions il est répété.</translation>
    </message>
    <message>
      <source>Nothing in this period</source>
      <translation>Rien dans cette période</translation>
    </message>
    <message>
      <source>Nothing is chosen yet.</source>
      <translation>Rien n’est encore choisi.</translation>
    </message>
    <message>
      <source>Nothing is compared yet</source>
      <translation>Rien n’est encore comparé</translation>
    </message>
    <message>
      <source>Nothing is connected here.</source>
      <translation>Rien n’est relié ici.</translation>
    </message>
    <message>
      <source>Nothing is selected.</source>
      <translation>Rien n’est sélectionné.</translation>
    </message>
    <message>
      <source>Nothing is wrong.</source>
      <translation>Tout va bien.</translation>
    </message>
    <message>
      <source>Nothing matches</source>
      <translation>Rien ne correspond</translation>
    </message>
    <message>
      <source>Nothing of what counts was done, so the score is 0.</source>
      <translation>Rien de ce qui compte n’a été fait ; le score est donc 0.</translation>
    </message>
    <message>
      <source>Nothing passes the filters</source>
      <translation>Rien ne passe les filtres</translation>
    </message>
    <message>
      <source>Nothing stands against it.</source>
      <translation>Rien ne s’y oppose.</translation>
    </message>
    <message>
      <source>Nothing that entered there leads to it.</source>
      <translation>Rien de ce qui y est entré n’y mène.</translation>
    </message>
    <message>
      <source>Nothing that was recorded lets them go on.</source>
      <translation>Rien d’enregistré ne les fait avancer.</translation>
    </message>
    <message>
      <source>Nothing to change</source>
      <translation>Rien à changer</translation>
    </message>
    <message>
      <source>Nothing to compare yet</source>
      <translation>Rien à comparer pour l’instant</translation>
    </message>
    <message>
      <source>Nothing to do</source>
      <translation>Rien à faire</translation>
    </message>
    <message>
      <source>Nothing to load</source>
      <translation>Rien à charger</translation>
    </message>
    <message>
      <source>Nothing to show</source>
      <translation>Rien à montrer</translation>
    </message>
    <message>
      <source>Nothing was generated; all is as it was.</source>
      <translation>Rien n’a été généré ; tout est comme avant.</translation>
    </message>
    <message>
      <source>Nothing was imported yet. Drop a bundle here, or open one.</source>
      <translation>Rien n’a encore été importé. Déposez un lot ici, ou ouvrez-en un.</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>Avis</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Maintenant</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Number of</source>
      <translation>Nombre de</translation>
    </message>
    <message>
      <source>Number of different</source>
      <translation>Nombre de différents</translation>
    </message>
    <message>
      <source>Number of records</source>
      <translation>Nombre d’enregistrements</translation>
    </message>
    <message>
      <source>Number, or several apart by commas</source>
      <translation>Nombre, ou plusieurs séparés par des virgules</translation>
    </message>
    <message>
      <source>Number, or several apart by semicolons</source>
      <translation>Nombre, ou plusieurs séparés par des points-virgules</translation>
    </message>
    <message>
      <source>Numeric</source>
      <translation>Numérique</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Object</source>
      <translation>Objet</translation>
    </message>
    <message numerus="yes">
      <source>Of {n} record(s).</source>
      <translation>
        <numerusform>Sur {n} enregistrement.</numerusform>
        <numerusform>Sur {n} enregistrements.</numerusform>
      </translation>
    </message>
    <message>
      <source>Offer it first</source>
      <translation>Proposer en premier</translation>
    </message>
    <message>
      <source>On a date</source>
      <translation>À une date</translation>
    </message>
    <message>
      <source>On the block list</source>
      <translation>Sur liste de blocage</translation>
    </message>
    <message>
      <source>On to the next event (Page Down)</source>
      <translation>Aller à l’événement suivant (Page suiv.)</translation>
    </message>
    <message>
      <source>Onboarding after the purchase</source>
      <translation>Accueillir après l’achat</translation>
    </message>
    <message>
      <source>Once more</source>
      <translation>Encore une fois</translation>
    </message>
    <message>
      <source>One group is made for each account of the audience, now, and each day for accounts that come later. An account without a name gets none.</source>
      <translation>Un groupe est créé pour chaque compte de l’audience, maintenant, puis chaque jour pour les comptes qui arrivent ensuite. Un compte sans nom n’en reçoit pas.</translation>
    </message>
    <message>
      <source>One journey</source>
      <translation>Un parcours</translation>
    </message>
    <message>
      <source>One key, or a pasted list of them</source>
      <translation>Une clé, ou une liste collée</translation>
    </message>
    <message>
      <source>One row for each household, with its last three baskets and all that it ever spent.</source>
      <translation>Une ligne par foyer, avec ses trois derniers paniers et tout ce qu’il a dépensé.</translation>
    </message>
    <message>
      <source>Only actions on people stand on the paths of people.</source>
      <translation>Seules des actions sur les personnes vont sur les branches de personnes.</translation>
    </message>
    <message>
      <source>Only an activity with an input and an output fits into a transition.</source>
      <translation>Seule une activité avec une entrée et une sortie se place dans une transition.</translation>
    </message>
    <message>
      <source>Only an activity without transitions can be put into one.</source>
      <translation>Seule une activité sans transition peut y être placée.</translation>
    </message>
    <message>
      <source>Only drafts change. Make a new model as a copy of this one.</source>
      <translation>Seuls les brouillons changent. Créez un nouveau modèle comme copie de celui-ci.</translation>
    </message>
    <message>
      <source>Only in the other</source>
      <translation>Seulement dans l’autre</translation>
    </message>
    <message>
      <source>Only in this one</source>
      <translation>Seulement dans celle-ci</translation>
    </message>
    <message>
      <source>Only rows with this value</source>
      <translation>Seulement les lignes de cette valeur</translation>
    </message>
    <message>
      <source>Only some of the records</source>
      <translation>Seulement certains enregistrements</translation>
    </message>
    <message>
      <source>Only those that the other lines find</source>
      <translation>Seulement ceux que trouvent les autres lignes</translation>
    </message>
    <message>
      <source>Only {name}</source>
      <translation>{name} seulement</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>Open a bundle…</source>
      <translation>Ouvrir un lot…</translation>
    </message>
    <message>
      <source>Open a campaign</source>
      <translation>Ouvrir une campagne</translation>
    </message>
    <message>
      <source>Open a campaign…</source>
      <translation>Ouvrir une campagne…</translation>
    </message>
    <message>
      <source>Open a count from its code</source>
      <translation>Ouvrir un comptage par son code</translation>
    </message>
    <message>
      <source>Open a count from its code…</source>
      <translation>Ouvrir un comptage par son code…</translation>
    </message>
    <message>
      <source>Open a workspace…</source>
      <translation>Ouvrir un espace de travail…</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>L’ouvrir</translation>
    </message>
    <message>
      <source>Open large</source>
      <translation>Ouvrir en grand</translation>
    </message>
    <message>
      <source>Open or import the files</source>
      <translation>Ouvrir ou importer les fichiers</translation>
    </message>
    <message>
      <source>Open rate</source>
      <translation>Taux d’ouverture</translation>
    </message>
    <message>
      <source>Open tabs</source>
      <translation>Onglets ouverts</translation>
    </message>
    <message>
      <source>Open the campaign</source>
      <translation>Ouvrir la campagne</translation>
    </message>
    <message>
      <source>Open there</source>
      <translation>Ouvrir là</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>Ouvert</translation>
    </message>
    <message>
      <source>Opened.</source>
      <translation>Ouvert.</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>Ouverture de {name}…</translation>
    </message>
    <message>
      <source>Operator</source>
      <translation>Opérateur</translation>
    </message>
    <message>
      <source>Opportunities</source>
      <translation>Opportunités</translation>
    </message>
    <message>
      <source>Opportunity</source>
      <translation>Opportunité</translation>
    </message>
    <message>
      <source>Opted out</source>
      <translation>Désinscrit</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>Origine</translation>
    </message>
    <message>
      <source>Other calendars</source>
      <translation>Autres calendriers</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Autres</translation>
    </message>
    <message>
      <source>Others must agree to it first:</source>
      <translation>D’autres doivent d’abord donner leur accord :</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Sortie</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>Sorties</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Recoupement</translation>
    </message>
    <message>
      <source>Overlap of each two populations</source>
      <translation>Recoupement des populations deux à deux</translation>
    </message>
    <message>
      <source>Overlap of the populations</source>
      <translation>Recoupement des populations</translation>
    </message>
    <message>
      <source>Overlaps</source>
      <translation>Recoupements</translation>
    </message>
    <message>
      <source>Parent</source>
      <translation>Parent</translation>
    </message>
    <message numerus="yes">
      <source>Partial load: only the {n} most frequent value(s) (is|are) shown.</source>
      <translation>
        <numerusform>Chargement partiel : seule la valeur la plus fréquente est montrée ({n}).</numerusform>
        <numerusform>Chargement partiel : seules les {n} valeurs les plus fréquentes sont montrées.</numerusform>
      </translation>
    </message>
    <message>
      <source>Partition</source>
      <translation>Partition</translation>
    </message>
    <message>
      <source>Partitions</source>
      <translation>Partitions</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Phrase secrète</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Coller</translation>
    </message>
    <message>
      <source>Paste conditions</source>
      <translation>Coller des conditions</translation>
    </message>
    <message>
      <source>Paste the line that was copied with the count, or its code.</source>
      <translation>Collez la ligne copiée avec le comptage, ou son code.</translation>
    </message>
    <message>
      <source>Paths come together in a merge only. Insert one where they shall meet.</source>
      <translation>Les branches ne se rejoignent que dans une fusion. Insérez-en une où elles doivent se rejoindre.</translation>
    </message>
    <message>
      <source>Paths that come together here</source>
      <translation>Branches qui se rejoignent ici</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Mettre en pause</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>Pause (Espace)</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>En pause</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personnes</translation>
    </message>
    <message>
      <source>People are here by their addresses, with the journey that added them.</source>
      <translation>Les personnes y figurent par leur adresse, avec le parcours qui les a ajoutées.</translation>
    </message>
    <message>
      <source>People at this step</source>
      <translation>Personnes à cette étape</translation>
    </message>
    <message>
      <source>People by output</source>
      <translation>Personnes par sortie</translation>
    </message>
    <message>
      <source>People lists</source>
      <translation>Listes de personnes</translation>
    </message>
    <message>
      <source>People of the account</source>
      <translation>Personnes du compte</translation>
    </message>
    <message>
      <source>People per account</source>
      <translation>Personnes par compte</translation>
    </message>
    <message>
      <source>People who visited no page for 30 days get a mail; accounts of which nobody comes back within two weeks go on a list.</source>
      <translation>Ceux qui n’ont visité aucune page depuis 30 jours reçoivent un e-mail ; les comptes dont personne ne revient en deux semaines vont sur une liste.</translation>
    </message>
    <message>
      <source>Performance of accounts</source>
      <translation>Résultats des comptes</translation>
    </message>
    <message>
      <source>Performance of people</source>
      <translation>Résultats des personnes</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <source>Person score</source>
      <translation>Score de la personne</translation>
    </message>
    <message>
      <source>Personas</source>
      <translation>Personas</translation>
    </message>
    <message>
      <source>Pick a date</source>
      <translation>Choisir une date</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>Rejouer (Espace)</translation>
    </message>
    <message>
      <source>Policy</source>
      <translation>Règle</translation>
    </message>
    <message>
      <source>Populate accounts</source>
      <translation>Ajouter les comptes</translation>
    </message>
    <message>
      <source>Populate people</source>
      <translation>Ajouter les personnes</translation>
    </message>
    <message>
      <source>Population</source>
      <translation>Population</translation>
    </message>
    <message>
      <source>Population, problems and SQL</source>
      <translation>Population, problèmes et SQL</translation>
    </message>
    <message>
      <source>Populations to compare</source>
      <translation>Populations à comparer</translation>
    </message>
    <message>
      <source>Predefined filter</source>
      <translation>Filtre prédéfini</translation>
    </message>
    <message>
      <source>Predefined filters</source>
      <translation>Filtres prédéfinis</translation>
    </message>
    <message>
      <source>Previous part of the window</source>
      <translation>Partie précédente de la fenêtre</translation>
    </message>
    <message>
      <source>Previous tab</source>
      <translation>Onglet précédent</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Imprimer…</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priorité</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Problèmes</translation>
    </message>
    <message>
      <source>Problems ({rows})</source>
      <translation>Problèmes ({rows})</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produit</translation>
    </message>
    <message>
      <source>Products</source>
      <translation>Produits</translation>
    </message>
    <message>
      <source>Program types</source>
      <translation>Types de programme</translation>
    </message>
    <message>
      <source>Programs</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Programs and Marketo</source>
      <translation>Programmes et Marketo</translation>
    </message>
    <message>
      <source>Programs below inherit it, unless they have one of the same name.</source>
      <translation>Les programmes placés dessous en héritent, sauf s’ils en ont un du même nom.</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Avancement</translation>
    </message>
    <message>
      <source>Properties</source>
      <translation>Propriétés</translation>
    </message>
    <message>
      <source>Properties of {name}</source>
      <translation>Propriétés de {name}</translation>
    </message>
    <message>
      <source>Properties, help and history</source>
      <translation>Propriétés, aide et historique</translation>
    </message>
    <message>
      <source>Properties…</source>
      <translation>Propriétés…</translation>
    </message>
    <message>
      <source>Publication</source>
      <translation>Publication</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Publier</translation>
    </message>
    <message>
      <source>Publish again</source>
      <translation>Publier de nouveau</translation>
    </message>
    <message>
      <source>Publish “{name}”</source>
      <translation>Publier « {name} »</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Publiée</translation>
    </message>
    <message>
      <source>Published by</source>
      <translation>Publié par</translation>
    </message>
    <message>
      <source>Published on</source>
      <translation>Publié le</translation>
    </message>
    <message>
      <source>Publishing</source>
      <translation>En publication</translation>
    </message>
    <message>
      <source>Purge the history</source>
      <translation>Purger l’historique</translation>
    </message>
    <message>
      <source>Purge the history…</source>
      <translation>Purger l’historique…</translation>
    </message>
    <message>
      <source>Push</source>
      <translation>Push</translation>
    </message>
    <message>
      <source>Put into the transition</source>
      <translation>Mettre dans la transition</translation>
    </message>
    <message>
      <source>Queued</source>
      <translation>En file d’attente</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Quotes</source>
      <translation>Guillemets</translation>
    </message>
    <message>
      <source>Re-engage accounts that fell silent</source>
      <translation>Réveiller les comptes silencieux</translation>
    </message>
    <message>
      <source>Reachable</source>
      <translation>Joignables</translation>
    </message>
    <message>
      <source>Reached by another row</source>
      <translation>Déjà joint par une autre ligne</translation>
    </message>
    <message>
      <source>Reached the end</source>
      <translation>Arrivé au bout</translation>
    </message>
    <message>
      <source>Read a calendar from a CSV file…</source>
      <translation>Lire un calendrier dans un fichier CSV…</translation>
    </message>
    <message>
      <source>Read a document file…</source>
      <translation>Lire un fichier de document…</translation>
    </message>
    <message>
      <source>Read schemas from a file…</source>
      <translation>Lire des schémas dans un fichier…</translation>
    </message>
    <message>
      <source>Reading {name}…</source>
      <translation>Lecture de {name}…</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Lecture…</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>À jour</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Raison</translation>
    </message>
    <message>
      <source>Receive</source>
      <translation>Recevoir</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Récents</translation>
    </message>
    <message>
      <source>Recent documents</source>
      <translation>Documents récents</translation>
    </message>
    <message>
      <source>Recent workspaces</source>
      <translation>Espaces de travail récents</translation>
    </message>
    <message>
      <source>Reconnect</source>
      <translation>Relier autrement</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <source>Records updated</source>
      <translation>Fiches mises à jour</translation>
    </message>
    <message>
      <source>Records with a partner</source>
      <translation>Enregistrements avec correspondance</translation>
    </message>
    <message>
      <source>Recurring campaign</source>
      <translation>Campagne récurrente</translation>
    </message>
    <message>
      <source>Recurring load</source>
      <translation>Chargement récurrent</translation>
    </message>
    <message>
      <source>Recurring loads</source>
      <translation>Chargements récurrents</translation>
    </message>
    <message>
      <source>Recurring loads from folders</source>
      <translation>Chargements récurrents depuis des dossiers</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <source>Refresh members of existing groups each day</source>
      <translation>Rafraîchir chaque jour les membres des groupes existants</translation>
    </message>
    <message>
      <source>Refresh now</source>
      <translation>Actualiser</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Refusé</translation>
    </message>
    <message>
      <source>Region not served</source>
      <translation>Région non desservie</translation>
    </message>
    <message>
      <source>Rehearse</source>
      <translation>Répéter</translation>
    </message>
    <message>
      <source>Rehearsing: {done} of {total}</source>
      <translation>Répétition : {done} sur {total}</translation>
    </message>
    <message>
      <source>Rehearsing…</source>
      <translation>Répétition…</translation>
    </message>
    <message>
      <source>Rejected lines</source>
      <translation>Lignes rejetées</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <source>Remind who left coupons unused</source>
      <translation>Relancer ceux qui n’ont pas utilisé leurs bons</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>Remove all conditions</source>
      <translation>Retirer toutes les conditions</translation>
    </message>
    <message>
      <source>Remove all runs of “{name}” that are over, with their logs?</source>
      <translation>Supprimer toutes les exécutions finies de « {name} », avec leurs journaux ?</translation>
    </message>
    <message>
      <source>Remove it, or correct it where it was written.</source>
      <translation>Retirez-le, ou corrigez-le là où il a été écrit.</translation>
    </message>
    <message>
      <source>Remove members</source>
      <translation>Retirer des membres</translation>
    </message>
    <message>
      <source>Remove selected</source>
      <translation>Retirer la sélection</translation>
    </message>
    <message>
      <source>Remove the band</source>
      <translation>Retirer le niveau</translation>
    </message>
    <message>
      <source>Remove the column</source>
      <translation>Retirer la colonne</translation>
    </message>
    <message>
      <source>Remove the condition</source>
      <translation>Retirer la condition</translation>
    </message>
    <message>
      <source>Remove the status</source>
      <translation>Retirer le statut</translation>
    </message>
    <message>
      <source>Remove the token</source>
      <translation>Retirer le jeton</translation>
    </message>
    <message>
      <source>Remove this filter</source>
      <translation>Retirer ce filtre</translation>
    </message>
    <message>
      <source>Remove this filter: {filter}</source>
      <translation>Retirer ce filtre : {filter}</translation>
    </message>
    <message>
      <source>Remove this role</source>
      <translation>Retirer ce rôle</translation>
    </message>
    <message>
      <source>Remove this stage</source>
      <translation>Retirer cette étape</translation>
    </message>
    <message>
      <source>Remove this template</source>
      <translation>Supprimer ce modèle</translation>
    </message>
    <message>
      <source>Remove {value}</source>
      <translation>Retirer {value}</translation>
    </message>
    <message>
      <source>Remove “{label}” and its members for good? Nothing brings them back.</source>
      <translation>Supprimer définitivement « {label} » et ses membres ? Rien ne les ramènera.</translation>
    </message>
    <message>
      <source>Remove “{name}”</source>
      <translation>Retirer « {name} »</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Supprimé</translation>
    </message>
    <message>
      <source>Removed by an action</source>
      <translation>Retiré par une action</translation>
    </message>
    <message>
      <source>Rename “{node}”</source>
      <translation>Renommer « {node} »</translation>
    </message>
    <message>
      <source>Repair {name}</source>
      <translation>Réparer {name}</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>Réparer…</translation>
    </message>
    <message>
      <source>Replace all rows</source>
      <translation>Remplacer toutes les lignes</translation>
    </message>
    <message>
      <source>Replace by a predefined filter</source>
      <translation>Remplacer par un filtre prédéfini</translation>
    </message>
    <message>
      <source>Replace by {title}</source>
      <translation>Remplacer par {title}</translation>
    </message>
    <message>
      <source>Replace what is here</source>
      <translation>Remplacer ce qui est ici</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Report of all time</source>
      <translation>Rapport complet</translation>
    </message>
    <message>
      <source>Report of the last 24 hours</source>
      <translation>Rapport des dernières 24 heures</translation>
    </message>
    <message>
      <source>Report on {name}</source>
      <translation>Rapport sur {name}</translation>
    </message>
    <message>
      <source>Reproduced {some} of {counts}</source>
      <translation>Reproduits : {some} sur {counts}</translation>
    </message>
    <message>
      <source>Request approval</source>
      <translation>Demander l’approbation</translation>
    </message>
    <message>
      <source>Request campaign</source>
      <translation>Campagne sur demande</translation>
    </message>
    <message>
      <source>Request changes…</source>
      <translation>Faire modifier…</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Demandes</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>Obligatoire</translation>
    </message>
    <message>
      <source>Required for completeness</source>
      <translation>Requis pour la complétude</translation>
    </message>
    <message>
      <source>Required role</source>
      <translation>Rôle requis</translation>
    </message>
    <message>
      <source>Restart</source>
      <translation>Relancer</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurer</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reprendre</translation>
    </message>
    <message>
      <source>Right-click to choose the columns, drag to move them.</source>
      <translation>Clic droit pour choisir les colonnes, glisser pour les déplacer.</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rôle</translation>
    </message>
    <message>
      <source>Role in the account</source>
      <translation>Rôle dans le compte</translation>
    </message>
    <message>
      <source>Role insights</source>
      <translation>Rôles</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Rôles</translation>
    </message>
    <message>
      <source>Roles template</source>
      <translation>Modèle de rôles</translation>
    </message>
    <message>
      <source>Roles templates</source>
      <translation>Modèles de rôles</translation>
    </message>
    <message>
      <source>Roles that nobody has</source>
      <translation>Rôles que personne n’a</translation>
    </message>
    <message>
      <source>Row {row} of {rows}</source>
      <translation>Ligne {row} sur {rows}</translation>
    </message>
    <message>
      <source>Row, 1 to {rows}</source>
      <translation>Ligne, de 1 à {rows}</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <source>Rows ({rows})</source>
      <translation>Lignes ({rows})</translation>
    </message>
    <message>
      <source>Rows loaded</source>
      <translation>Lignes chargées</translation>
    </message>
    <message>
      <source>Rows of the population</source>
      <translation>Lignes de la population</translation>
    </message>
    <message>
      <source>Rows that may be wrong</source>
      <translation>Lignes qui peuvent être fausses</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Règle</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Règles</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Exécution</translation>
    </message>
    <message>
      <source>Run it now</source>
      <translation>L’exécuter maintenant</translation>
    </message>
    <message>
      <source>Run the daily jobs now</source>
      <translation>Lancer les tâches du jour</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Exécutions</translation>
    </message>
    <message>
      <source>Runs stop before it, or go on</source>
      <translation>Les exécutions s’arrêtent avant, ou continuent</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>SQL</source>
      <translation>SQL</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>sam.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Save a template</source>
      <translation>Enregistrer un modèle</translation>
    </message>
    <message>
      <source>Save a template…</source>
      <translation>Enregistrer un modèle…</translation>
    </message>
    <message>
      <source>Save a version</source>
      <translation>Enregistrer une version</translation>
    </message>
    <message>
      <source>Save as a predefined filter</source>
      <translation>Enregistrer comme filtre prédéfini</translation>
    </message>
    <message>
      <source>Save as a predefined filter…</source>
      <translation>Enregistrer comme filtre prédéfini…</translation>
    </message>
    <message>
      <source>Save as a template</source>
      <translation>Enregistrer comme modèle</translation>
    </message>
    <message>
      <source>Save as a template…</source>
      <translation>Enregistrer comme modèle…</translation>
    </message>
    <message>
      <source>Save the columns</source>
      <translation>Enregistrer les colonnes</translation>
    </message>
    <message>
      <source>Save the merged document</source>
      <translation>Enregistrer le document fusionné</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Enregistrée</translation>
    </message>
    <message>
      <source>Saved as version {number}.</source>
      <translation>Enregistré comme version {number}.</translation>
    </message>
    <message>
      <source>Saved by a campaign</source>
      <translation>Enregistrée par une campagne</translation>
    </message>
    <message>
      <source>Say which name receivers are to see.</source>
      <translation>Indiquez le nom que les destinataires verront.</translation>
    </message>
    <message>
      <source>Say who belongs to it; once it is published, the list fills itself and its filter is fixed.</source>
      <translation>Dites qui en fait partie ; une fois publiée, la liste se remplit et son filtre est figé.</translation>
    </message>
    <message>
      <source>Say who may agree.</source>
      <translation>Dites qui peut donner son accord.</translation>
    </message>
    <message>
      <source>Schedule of {name}</source>
      <translation>Planification de {name}</translation>
    </message>
    <message>
      <source>Scheduled</source>
      <translation>Au calendrier</translation>
    </message>
    <message>
      <source>Schemas</source>
      <translation>Schémas</translation>
    </message>
    <message>
      <source>Schemas of {file}</source>
      <translation>Schémas de {file}</translation>
    </message>
    <message>
      <source>Score explained</source>
      <translation>Score expliqué</translation>
    </message>
    <message>
      <source>Scores explained</source>
      <translation>Scores expliqués</translation>
    </message>
    <message>
      <source>Scores up to 0.2 are low, up to 0.6 medium, above that high.</source>
      <translation>Un score jusqu’à 0,2 est faible, jusqu’à 0,6 moyen, au-delà fort.</translation>
    </message>
    <message>
      <source>Scoring models</source>
      <translation>Modèles de score</translation>
    </message>
    <message>
      <source>Screens of accounts</source>
      <translation>Écrans des comptes</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>Sceau</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <source>Search attributes, filters, audiences</source>
      <translation>Chercher des attributs, des filtres, des audiences</translation>
    </message>
    <message>
      <source>Search columns and linked attributes</source>
      <translation>Chercher des colonnes et des attributs liés</translation>
    </message>
    <message>
      <source>Search fields and functions</source>
      <translation>Chercher des champs et des fonctions</translation>
    </message>
    <message>
      <source>Search for a command</source>
      <translation>Chercher une commande</translation>
    </message>
    <message>
      <source>Search for a filter</source>
      <translation>Chercher un filtre</translation>
    </message>
    <message>
      <source>Search for a table</source>
      <translation>Chercher une table</translation>
    </message>
    <message>
      <source>Search for an audience</source>
      <translation>Chercher une audience</translation>
    </message>
    <message>
      <source>Search or do something…</source>
      <translation>Rechercher ou agir…</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Chercher dans la bibliothèque</translation>
    </message>
    <message>
      <source>Search the list</source>
      <translation>Chercher dans la liste</translation>
    </message>
    <message>
      <source>Search the log</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <source>Search the log and the tasks</source>
      <translation>Chercher dans le journal et les tâches</translation>
    </message>
    <message>
      <source>Search these rows</source>
      <translation>Chercher dans ces lignes</translation>
    </message>
    <message>
      <source>Search who did what</source>
      <translation>Rechercher qui a fait quoi</translation>
    </message>
    <message>
      <source>Second identity</source>
      <translation>Seconde identité</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Secondes</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Sections</translation>
    </message>
    <message>
      <source>See its runs.</source>
      <translation>Voyez ses exécutions.</translation>
    </message>
    <message>
      <source>See the problems.</source>
      <translation>Voir les problèmes.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Sees the partitions</source>
      <translation>Voit les partitions</translation>
    </message>
    <message>
      <source>Segment</source>
      <translation>Segment</translation>
    </message>
    <message>
      <source>Select a task to see the variables that it worked with.</source>
      <translation>Choisissez une tâche pour voir les variables avec lesquelles elle a travaillé.</translation>
    </message>
    <message>
      <source>Select a transition first.</source>
      <translation>Sélectionnez d’abord une transition.</translation>
    </message>
    <message>
      <source>Select an activity first.</source>
      <translation>Sélectionnez d’abord une activité.</translation>
    </message>
    <message>
      <source>Select an activity to read its query.</source>
      <translation>Sélectionnez une activité pour lire sa requête.</translation>
    </message>
    <message>
      <source>Select two evaluations to compare them, or a point of a chart to compare it with the one before.</source>
      <translation>Sélectionnez deux évaluations pour les comparer, ou un point d’un graphique pour le comparer au précédent.</translation>
    </message>
    <message>
      <source>Selling</source>
      <translation>Vente</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Point-virgule</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Envoyer</translation>
    </message>
    <message>
      <source>Send an e-mail</source>
      <translation>Envoyer un e-mail</translation>
    </message>
    <message>
      <source>Send an e-mail…</source>
      <translation>Envoyer un e-mail…</translation>
    </message>
    <message>
      <source>Send status</source>
      <translation>État d’envoi</translation>
    </message>
    <message>
      <source>Send the messages of “{name}” now?</source>
      <translation>Envoyer maintenant les messages de « {name} » ?</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Envoyé</translation>
    </message>
    <message numerus="yes">
      <source>Sent to {n} member(s); the others may not be or have no address.</source>
      <translation>
        <numerusform>Envoyé à {n} membre ; les autres ne peuvent pas l’être ou n’ont pas d’adresse.</numerusform>
        <numerusform>Envoyé à {n} membres ; les autres ne peuvent pas l’être ou n’ont pas d’adresse.</numerusform>
      </translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Séparateur</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Définir</translation>
    </message>
    <message>
      <source>Set a token</source>
      <translation>Fixer un jeton</translation>
    </message>
    <message>
      <source>Set a token…</source>
      <translation>Fixer un jeton…</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Mises de côté</translation>
    </message>
    <message>
      <source>Set by a stronger source</source>
      <translation>Fixé par une source prioritaire</translation>
    </message>
    <message>
      <source>Set its dates</source>
      <translation>Fixer ses dates</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <source>Settings, without the messages written in it</source>
      <translation>Les réglages, sans les messages rédigés dedans</translation>
    </message>
    <message>
      <source>Several statuses may stand at one step. Members move to the same step or a later one.</source>
      <translation>Plusieurs statuts peuvent se trouver à la même étape. Les membres vont à la même étape ou à une suivante.</translation>
    </message>
    <message>
      <source>Several values. A change here gives all of them the same one.</source>
      <translation>Plusieurs valeurs. Un changement ici leur donne à toutes la même.</translation>
    </message>
    <message>
      <source>Share as a bundle…</source>
      <translation>Partager sous forme de lot…</translation>
    </message>
    <message>
      <source>Share it with everybody</source>
      <translation>Le partager avec tous</translation>
    </message>
    <message>
      <source>Share the ticked ones…</source>
      <translation>Partager les éléments cochés…</translation>
    </message>
    <message>
      <source>Share {name}</source>
      <translation>Partager {name}</translation>
    </message>
    <message>
      <source>Share…</source>
      <translation>Partager…</translation>
    </message>
    <message>
      <source>Sharing</source>
      <translation>Partage</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Feuille</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Montrer</translation>
    </message>
    <message>
      <source>Show all members</source>
      <translation>Montrer tous les membres</translation>
    </message>
    <message>
      <source>Show the SQL of this rule</source>
      <translation>Montrer le SQL de cette règle</translation>
    </message>
    <message>
      <source>Show the accounts</source>
      <translation>Montrer les comptes</translation>
    </message>
    <message>
      <source>Show the table</source>
      <translation>Montrer la table</translation>
    </message>
    <message>
      <source>Show these rows</source>
      <translation>Montrer ces lignes</translation>
    </message>
    <message>
      <source>Show this member</source>
      <translation>Afficher ce membre</translation>
    </message>
    <message>
      <source>Show this week</source>
      <translation>Afficher cette semaine</translation>
    </message>
    <message>
      <source>Show what is the same too</source>
      <translation>Montrer aussi ce qui est identique</translation>
    </message>
    <message>
      <source>Show who is in both</source>
      <translation>Montrer qui est dans les deux</translation>
    </message>
    <message>
      <source>Show who is only here</source>
      <translation>Montrer qui n’est qu’ici</translation>
    </message>
    <message>
      <source>Show who is only there</source>
      <translation>Montrer qui n’est que là-bas</translation>
    </message>
    <message>
      <source>Sign it, so that the receiver sees who sent it and that nothing was changed</source>
      <translation>Signer, pour que le destinataire voie qui l’envoie et que rien n’a été modifié</translation>
    </message>
    <message>
      <source>Signed by “{name}”, and nothing was changed since. The key: {key}</source>
      <translation>Signé par « {name} », et rien n’a été modifié depuis. La clé : {key}</translation>
    </message>
    <message>
      <source>Since this window was opened; newest first.</source>
      <translation>Depuis l’ouverture, le dernier en tête.</translation>
    </message>
    <message>
      <source>Single quote</source>
      <translation>Apostrophe</translation>
    </message>
    <message>
      <source>Skip it</source>
      <translation>Le sauter</translation>
    </message>
    <message>
      <source>Smallest</source>
      <translation>Le plus petit</translation>
    </message>
    <message>
      <source>Smallest change that lets it through: {changes}.</source>
      <translation>Plus petit changement qui le laisse passer : {changes}.</translation>
    </message>
    <message>
      <source>Solution interest</source>
      <translation>Intérêt de solution</translation>
    </message>
    <message>
      <source>Solution interests</source>
      <translation>Intérêts de solution</translation>
    </message>
    <message>
      <source>Some words tell of several products: {some}</source>
      <translation>Certains mots parlent de plusieurs produits : {some}</translation>
    </message>
    <message>
      <source>Something needs your attention; see its runs.</source>
      <translation>Quelque chose demande votre attention ; voyez ses exécutions.</translation>
    </message>
    <message>
      <source>Something went wrong that should not have: {error}</source>
      <translation>Une erreur imprévue est survenue : {error}</translation>
    </message>
    <message>
      <source>Sort ascending</source>
      <translation>Tri croissant</translation>
    </message>
    <message>
      <source>Sort descending</source>
      <translation>Tri décroissant</translation>
    </message>
    <message>
      <source>Sort further by this</source>
      <translation>Trier ensuite par ceci</translation>
    </message>
    <message numerus="yes">
      <source>Sorting {n} row(s)…</source>
      <translation>
        <numerusform>Tri de {n} ligne…</numerusform>
        <numerusform>Tri de {n} lignes…</numerusform>
      </translation>
    </message>
    <message>
      <source>Speed of the replay</source>
      <translation>Vitesse de la relecture</translation>
    </message>
    <message>
      <source>Split by</source>
      <translation>Répartir par</translation>
    </message>
    <message>
      <source>Split by accounts</source>
      <translation>Répartition par comptes</translation>
    </message>
    <message>
      <source>Split by people</source>
      <translation>Répartition par personnes</translation>
    </message>
    <message>
      <source>Spring/Loyalty; empty for no folder</source>
      <translation>Printemps/Fidélité ; vide pour aucun dossier</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Stage model</source>
      <translation>Modèle d’étapes</translation>
    </message>
    <message>
      <source>Stage not allowed</source>
      <translation>Étape non permise</translation>
    </message>
    <message>
      <source>Stage {number}</source>
      <translation>Étape {number}</translation>
    </message>
    <message>
      <source>Stages</source>
      <translation>Étapes</translation>
    </message>
    <message>
      <source>Stages tell how far a buying group has come; journeys move groups along them.</source>
      <translation>Les étapes disent où en est un groupe d’achat ; les parcours l’y font avancer.</translation>
    </message>
    <message>
      <source>Start date</source>
      <translation>Date de début</translation>
    </message>
    <message>
      <source>Starts</source>
      <translation>Début</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Static list</source>
      <translation>Liste statique</translation>
    </message>
    <message>
      <source>Static: accounts are added</source>
      <translation>Statique : on ajoute des comptes</translation>
    </message>
    <message>
      <source>Static: people are added</source>
      <translation>Statique : on y ajoute des personnes</translation>
    </message>
    <message>
      <source>Statistics</source>
      <translation>Statistiques</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Statut</translation>
    </message>
    <message numerus="yes">
      <source>Status changed for {n} person(s).</source>
      <translation>
        <numerusform>Statut modifié pour {n} personne.</numerusform>
        <numerusform>Statut modifié pour {n} personnes.</numerusform>
      </translation>
    </message>
    <message>
      <source>Statuses</source>
      <translation>Statuts</translation>
    </message>
    <message>
      <source>Stayed</source>
      <translation>Restés</translation>
    </message>
    <message>
      <source>Stayed behind, and why</source>
      <translation>Restés, et pourquoi</translation>
    </message>
    <message>
      <source>Steady</source>
      <translation>Stable</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Étapes</translation>
    </message>
    <message>
      <source>Steps and SQL</source>
      <translation>Étapes et SQL</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop before {node}</source>
      <translation>S’arrêter avant {node}</translation>
    </message>
    <message>
      <source>Stop counting</source>
      <translation>Arrêter le comptage</translation>
    </message>
    <message>
      <source>Stop the rehearsal</source>
      <translation>Arrêter la répétition</translation>
    </message>
    <message>
      <source>Stop “{name}”? What was published cannot be started again; only a copy can.</source>
      <translation>Arrêter « {name} » ? Ce qui a été publié ne peut pas repartir ; seule une copie le peut.</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Arrêtée</translation>
    </message>
    <message>
      <source>String</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>Subject line</source>
      <translation>Objet</translation>
    </message>
    <message>
      <source>Success</source>
      <translation>Succès</translation>
    </message>
    <message>
      <source>Such as 1 and (2 or 3)</source>
      <translation>Par exemple 1 and (2 or 3)</translation>
    </message>
    <message>
      <source>Such as YearsOld(@birth_date).</source>
      <translation>Par exemple YearsOld(@birth_date).</translation>
    </message>
    <message>
      <source>Such as: buys often</source>
      <translation>Par exemple : achète souvent</translation>
    </message>
    <message>
      <source>Suggested links</source>
      <translation>Liens suggérés</translation>
    </message>
    <message>
      <source>Sum of</source>
      <translation>Somme de</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>dim.</translation>
    </message>
    <message>
      <source>Supervisors</source>
      <translation>Superviseurs</translation>
    </message>
    <message>
      <source>Suppress buying-group members in Marketo</source>
      <translation>Écarter les membres des groupes d’achat dans Marketo</translation>
    </message>
    <message>
      <source>Surging</source>
      <translation>En essor</translation>
    </message>
    <message>
      <source>Suspend the run; it can be continued</source>
      <translation>Suspendre l’exécution ; elle peut reprendre</translation>
    </message>
    <message>
      <source>Suspended</source>
      <translation>Suspendu</translation>
    </message>
    <message>
      <source>Suspended from marketing</source>
      <translation>Suspendu du marketing</translation>
    </message>
    <message>
      <source>Switch off</source>
      <translation>Désactiver</translation>
    </message>
    <message>
      <source>Switch off or on</source>
      <translation>Désactiver ou réactiver</translation>
    </message>
    <message>
      <source>Switch off “{node}”</source>
      <translation>Désactiver « {node} »</translation>
    </message>
    <message>
      <source>Switch on</source>
      <translation>Réactiver</translation>
    </message>
    <message>
      <source>Switch on “{node}”</source>
      <translation>Réactiver « {node} »</translation>
    </message>
    <message>
      <source>Switch to rule edition</source>
      <translation>Passer à l’édition de règle</translation>
    </message>
    <message numerus="yes">
      <source>Switching deletes {n} node(s) on its paths. Undo brings (it|them) back.</source>
      <translation>
        <numerusform>Changer supprime {n} nœud de ses branches. Annuler le rétablit.</numerusform>
        <numerusform>Changer supprime {n} nœuds de ses branches. Annuler les rétablit.</numerusform>
      </translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tabulation</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>Tables</translation>
    </message>
    <message>
      <source>Tables (*.csv *.tsv *.txt *.json *.parquet *.duckdb *.xlsx)</source>
      <translation>Tables (*.csv *.tsv *.txt *.json *.parquet *.duckdb *.xlsx)</translation>
    </message>
    <message>
      <source>Tables (*.csv *.xlsx)</source>
      <translation>Tables (*.csv *.xlsx)</translation>
    </message>
    <message>
      <source>Tables and links</source>
      <translation>Tables et liens</translation>
    </message>
    <message>
      <source>Tables are not deleted in the diagram; take their loads back instead.</source>
      <translation>Une table ne se supprime pas dans le diagramme ; annulez plutôt ses chargements.</translation>
    </message>
    <message>
      <source>Tables, links or dimensions that it uses are different here.</source>
      <translation>Des tables, liens ou dimensions qu’il utilise sont différents ici.</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <source>Tags to add</source>
      <translation>Étiquettes à ajouter</translation>
    </message>
    <message>
      <source>Tags to take away</source>
      <translation>Étiquettes à retirer</translation>
    </message>
    <message>
      <source>Tags…</source>
      <translation>Étiquettes…</translation>
    </message>
    <message>
      <source>Take it back</source>
      <translation>Annuler l’import</translation>
    </message>
    <message>
      <source>Take the layout from the file</source>
      <translation>Reprendre la disposition du fichier</translation>
    </message>
    <message>
      <source>Take the place of the records that are there</source>
      <translation>Remplacer les enregistrements présents</translation>
    </message>
    <message>
      <source>Take them back</source>
      <translation>Y renoncer</translation>
    </message>
    <message>
      <source>Take this load back</source>
      <translation>Annuler ce chargement</translation>
    </message>
    <message>
      <source>Taken</source>
      <translation>Retenu</translation>
    </message>
    <message>
      <source>Taken back</source>
      <translation>Annulé</translation>
    </message>
    <message>
      <source>Taken out by a journey</source>
      <translation>Retiré par un parcours</translation>
    </message>
    <message>
      <source>Targeting dimension</source>
      <translation>Dimension de ciblage</translation>
    </message>
    <message>
      <source>Targeting dimensions</source>
      <translation>Dimensions de ciblage</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Tâches</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Template, kept on {time}</source>
      <translation>Modèle, gardé le {time}</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Tester</translation>
    </message>
    <message>
      <source>Test and real runs stop before this activity, until they are continued. Counts go on (Ctrl+Shift+B).</source>
      <translation>Les tests et les exécutions réelles s’arrêtent avant cette activité jusqu’à ce qu’on les reprenne. Les nombres continuent (Ctrl+Maj+B).</translation>
    </message>
    <message>
      <source>Test run</source>
      <translation>Exécution d’essai</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>Thank the big promotional baskets</source>
      <translation>Remercier les gros paniers promotionnels</translation>
    </message>
    <message>
      <source>The accounts of these buying groups: id, name, domain and country, as CSV.</source>
      <translation>Les comptes de ces groupes d’achat : identifiant, nom, domaine et pays, en CSV.</translation>
    </message>
    <message>
      <source>The audience always stands first.</source>
      <translation>L’audience est toujours en tête.</translation>
    </message>
    <message>
      <source>The buying groups that it made stay.</source>
      <translation>Les groupes d’achat qu’elle a créés restent.</translation>
    </message>
    <message>
      <source>The campaign that saves it gives it its label.</source>
      <translation>La campagne qui l’enregistre lui donne son libellé.</translation>
    </message>
    <message>
      <source>The campaign that saves it, with all that this refers to. No member travels.</source>
      <translation>La campagne qui l’enregistre, avec tout ce à quoi celle-ci se réfère. Aucun membre ne voyage.</translation>
    </message>
    <message>
      <source>The columns of {files} fit no table of the account data.</source>
      <translation>Les colonnes de {files} ne conviennent à aucune table des comptes.</translation>
    </message>
    <message>
      <source>The columns of {table} are saved.</source>
      <translation>Les colonnes de {table} sont enregistrées.</translation>
    </message>
    <message>
      <source>The counts were made as of another instant.</source>
      <translation>Les nombres ont été établis à un autre instant.</translation>
    </message>
    <message>
      <source>The counts were made by another version of Jalon.</source>
      <translation>Les nombres ont été établis par une autre version de Jalon.</translation>
    </message>
    <message>
      <source>The data is not the same here.</source>
      <translation>Les données ne sont pas les mêmes ici.</translation>
    </message>
    <message>
      <source>The diagram shows tables and links; this cannot be done with them.</source>
      <translation>Le diagramme montre des tables et des liens ; cela ne peut pas leur être fait.</translation>
    </message>
    <message>
      <source>The document is not the one whose counts travelled.</source>
      <translation>Le document n’est pas celui dont les nombres ont voyagé.</translation>
    </message>
    <message>
      <source>The filter is fixed, because the list is live; it is followed each day.</source>
      <translation>Le filtre est figé, car la liste est active ; il est suivi chaque jour.</translation>
    </message>
    <message>
      <source>The filter {label} is saved.</source>
      <translation>Le filtre {label} est enregistré.</translation>
    </message>
    <message>
      <source>The first goes on {first}, the last {last}.</source>
      <translation>Le premier repart le {first}, le dernier le {last}.</translation>
    </message>
    <message>
      <source>The first line names the columns</source>
      <translation>La première ligne nomme les colonnes</translation>
    </message>
    <message>
      <source>The first {shown} of {rows}</source>
      <translation>Début : {shown} sur {rows}</translation>
    </message>
    <message>
      <source>The first, except all others</source>
      <translation>La première, sauf toutes les autres</translation>
    </message>
    <message>
      <source>The folder of a workspace</source>
      <translation>Le dossier d’un espace de travail</translation>
    </message>
    <message>
      <source>The folder of {table} is looked after no longer; what was loaded stays.</source>
      <translation>Le dossier de {table} n’est plus suivi ; ce qui a été chargé reste.</translation>
    </message>
    <message>
      <source>The folder {folder} is gone, so nothing was saved.</source>
      <translation>Le dossier {folder} a disparu : rien n’a été enregistré.</translation>
    </message>
    <message>
      <source>The folder {folder} was deleted, renamed or moved away while it was open here. Nothing can be saved in it any more. What you see is still complete: write the open documents to another folder, or put this one back and open it again.</source>
      <translation>Le dossier {folder} a été supprimé, renommé ou déplacé pendant qu’il était ouvert ici. Plus rien ne peut y être enregistré. Ce que vous voyez est encore complet : écrivez les documents ouverts dans un autre dossier, ou remettez celui-ci à sa place et rouvrez-le.</translation>
    </message>
    <message>
      <source>The graph, its settings, and the definitions of the tables and audiences that it uses. No row of data and no count travels.</source>
      <translation>Le graphe, ses réglages, et la définition des tables et audiences qu’il utilise. Aucune ligne de données, aucun nombre ne voyage.</translation>
    </message>
    <message>
      <source>The group has no members, so nobody is engaged.</source>
      <translation>Le groupe n’a pas de membres : personne n’est engagé.</translation>
    </message>
    <message>
      <source>The import of {name} was cancelled; nothing of it was loaded.</source>
      <translation>L’importation de {name} a été annulée ; rien n’en a été chargé.</translation>
    </message>
    <message>
      <source>The import was cancelled; nothing was loaded.</source>
      <translation>L’import a été annulé ; rien n’a été chargé.</translation>
    </message>
    <message>
      <source>The import was stopped; what had been loaded before stays.</source>
      <translation>L’import a été arrêté ; ce qui était déjà chargé reste.</translation>
    </message>
    <message>
      <source>The import was taken back.</source>
      <translation>L’import a été annulé.</translation>
    </message>
    <message>
      <source>The instant that all counts are of. Click to change it.</source>
      <translation>L’instant de tous les comptes. Cliquez pour le changer.</translation>
    </message>
    <message>
      <source>The keywords wait for your approval.</source>
      <translation>Les mots-clés attendent votre approbation.</translation>
    </message>
    <message>
      <source>The language changes when Jalon starts again.</source>
      <translation>La langue change au prochain démarrage de Jalon.</translation>
    </message>
    <message>
      <source>The latest {shown} of {every}; a file holds all.</source>
      <translation>{shown} sur {every}, les plus récents ; un fichier les contient tous.</translation>
    </message>
    <message>
      <source>The ledger of loads has it; correct the file, or let it be tried again.</source>
      <translation>Il figure au registre des chargements ; corrigez le fichier, ou laissez-le réessayer.</translation>
    </message>
    <message>
      <source>The lineage follows from the documents; open one to change it.</source>
      <translation>La filiation découle des documents ; ouvrez-en un pour la changer.</translation>
    </message>
    <message>
      <source>The lines are not counted yet. They are as soon as the rule can be.</source>
      <translation>Les lignes ne sont pas encore comptées. Elles le seront dès que la règle pourra l’être.</translation>
    </message>
    <message>
      <source>The load of {file} was taken back.</source>
      <translation>Le chargement de {file} a été annulé.</translation>
    </message>
    <message>
      <source>The logic alone</source>
      <translation>La logique seule</translation>
    </message>
    <message>
      <source>The logic and the counts</source>
      <translation>La logique et les nombres</translation>
    </message>
    <message>
      <source>The mean of the required roles: ({parts}) ÷ {roles} = {total}</source>
      <translation>La moyenne des rôles requis : ({parts}) ÷ {roles} = {total}</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>Le mois précédent</translation>
    </message>
    <message>
      <source>The name cannot be changed later.</source>
      <translation>Le nom ne pourra plus être changé.</translation>
    </message>
    <message>
      <source>The name that receivers see</source>
      <translation>Le nom que voient les destinataires</translation>
    </message>
    <message>
      <source>The newest</source>
      <translation>La plus récente</translation>
    </message>
    <message>
      <source>The next launches</source>
      <translation>Les prochains lancements</translation>
    </message>
    <message>
      <source>The next looks</source>
      <translation>Les prochains passages</translation>
    </message>
    <message>
      <source>The next month</source>
      <translation>Le mois suivant</translation>
    </message>
    <message>
      <source>The next week</source>
      <translation>La semaine suivante</translation>
    </message>
    <message>
      <source>The nodes of a journey cannot be switched off.</source>
      <translation>Les nœuds d’un parcours ne se désactivent pas.</translation>
    </message>
    <message>
      <source>The numbers are being counted</source>
      <translation>Les chiffres sont en cours de calcul</translation>
    </message>
    <message>
      <source>The numbers are in {file}.</source>
      <translation>Les nombres sont dans {file}.</translation>
    </message>
    <message>
      <source>The numbers do not add up. Please tell us.</source>
      <translation>Les nombres ne concordent pas. Merci de nous le signaler.</translation>
    </message>
    <message>
      <source>The oldest</source>
      <translation>La plus ancienne</translation>
    </message>
    <message>
      <source>The others leave</source>
      <translation>Les autres sortent</translation>
    </message>
    <message>
      <source>The others skip it</source>
      <translation>Les autres passent outre</translation>
    </message>
    <message>
      <source>The passphrase needs at least {count} characters.</source>
      <translation>La phrase secrète doit avoir au moins {count} caractères.</translation>
    </message>
    <message>
      <source>The paths of people come together in the close of their group.</source>
      <translation>Les branches de personnes se rejoignent à la clôture de leur groupe.</translation>
    </message>
    <message>
      <source>The people are invented: what depends on keys, names or addresses may differ.</source>
      <translation>Les personnes sont inventées : ce qui dépend des clés, noms ou adresses peut différer.</translation>
    </message>
    <message>
      <source>The people who went over with these accounts</source>
      <translation>Les personnes passées avec ces comptes</translation>
    </message>
    <message>
      <source>The period ends before it begins</source>
      <translation>La période finit avant de commencer</translation>
    </message>
    <message>
      <source>The roles template cannot be changed later; create another interest for another template.</source>
      <translation>Le modèle de rôles ne pourra plus être changé ; créez un autre intérêt pour un autre modèle.</translation>
    </message>
    <message>
      <source>The rule finds</source>
      <translation>La règle trouve</translation>
    </message>
    <message>
      <source>The same content as {name}</source>
      <translation>Le même contenu que {name}</translation>
    </message>
    <message>
      <source>The same count: {rows}.</source>
      <translation>Le même comptage : {rows}.</translation>
    </message>
    <message>
      <source>The same people pass everywhere in both versions.</source>
      <translation>Les mêmes personnes passent partout dans les deux versions.</translation>
    </message>
    <message>
      <source>The same, and its members with their attributes: REAL PEOPLE travel. The file is marked as containing personal data. Encrypt it, unless it stays with you.</source>
      <translation>La même chose, et ses membres avec leurs attributs : de VRAIES PERSONNES voyagent. Le fichier est marqué comme contenant des données personnelles. Chiffrez-le, sauf s’il reste chez vous.</translation>
    </message>
    <message>
      <source>The same, and people who do not exist and give the same counts. No key, name, address or number of a real person travels; what the graph compares keeps its values.</source>
      <translation>La même chose, et des personnes qui n’existent pas et donnent les mêmes nombres. Aucune clé, aucun nom, adresse ou numéro de personne réelle ne voyage ; ce que compare le graphe garde ses valeurs.</translation>
    </message>
    <message>
      <source>The same, and the count on each transition, so that the receiver sees whether their data gives the same numbers. No row of data travels.</source>
      <translation>La même chose, et le nombre de chaque transition, pour que le destinataire voie si ses données donnent les mêmes. Aucune ligne de données ne voyage.</translation>
    </message>
    <message>
      <source>The sample is a year of purchases of about 2,500 households. It is built on this machine in some 20 s.</source>
      <translation>L’exemple : une année d’achats d’environ 2 500 foyers. Il est construit sur cette machine, en une vingtaine de secondes.</translation>
    </message>
    <message>
      <source>The schedule cannot be read</source>
      <translation>La planification est illisible</translation>
    </message>
    <message>
      <source>The table {table} is made; load a file into it.</source>
      <translation>La table {table} est créée ; chargez-y un fichier.</translation>
    </message>
    <message>
      <source>The time zone of the document is not known.</source>
      <translation>Le fuseau horaire du document est inconnu.</translation>
    </message>
    <message>
      <source>The version that both began from</source>
      <translation>La version dont les deux sont partis</translation>
    </message>
    <message>
      <source>The way back is called</source>
      <translation>Nom dans l’autre sens</translation>
    </message>
    <message>
      <source>The week before</source>
      <translation>La semaine précédente</translation>
    </message>
    <message>
      <source>The window was closed before the run was over.</source>
      <translation>La fenêtre a été fermée avant la fin de l’exécution.</translation>
    </message>
    <message>
      <source>The workspace is gone</source>
      <translation>L’espace de travail a disparu</translation>
    </message>
    <message>
      <source>The workspaces that you open appear here. Drop a workspace, data or a document anywhere on this page.</source>
      <translation>Les espaces de travail que vous ouvrez apparaissent ici. Déposez un espace, des données ou un document n’importe où sur cette page.</translation>
    </message>
    <message>
      <source>There are no accounts yet</source>
      <translation>Il n’y a pas encore de comptes</translation>
    </message>
    <message>
      <source>There are no buying groups yet</source>
      <translation>Il n’y a pas encore de groupes d’achat</translation>
    </message>
    <message>
      <source>There are no conditions on the clipboard. Copy some in a rule first.</source>
      <translation>Il n’y a pas de condition dans le presse-papiers. Copiez-en d’abord dans une règle.</translation>
    </message>
    <message>
      <source>There are no words of interest yet</source>
      <translation>Il n’y a pas encore de mots d’intérêt</translation>
    </message>
    <message>
      <source>There is a column {name} already.</source>
      <translation>Il y a déjà une colonne {name}.</translation>
    </message>
    <message>
      <source>There is a table {name} already.</source>
      <translation>Il y a déjà une table {name}.</translation>
    </message>
    <message>
      <source>There is a table {table} already. See what {name} would change before you load it.</source>
      <translation>Il y a déjà une table {table}. Regardez ce que {name} y changerait avant de le charger.</translation>
    </message>
    <message>
      <source>There is no SQL yet: {problem}</source>
      <translation>Il n’y a pas encore de SQL : {problem}</translation>
    </message>
    <message>
      <source>There is no account audience yet</source>
      <translation>Il n’y a pas encore d’audience de comptes</translation>
    </message>
    <message>
      <source>There is no account list yet</source>
      <translation>Il n’y a pas encore de liste de comptes</translation>
    </message>
    <message>
      <source>There is no approved e-mail yet: approve one among the Marketo objects.</source>
      <translation>Il n’y a pas encore d’e-mail approuvé : approuvez-en un parmi les objets Marketo.</translation>
    </message>
    <message>
      <source>There is no audience yet</source>
      <translation>Il n’y a pas encore d’audience</translation>
    </message>
    <message>
      <source>There is no campaign yet</source>
      <translation>Il n’y a pas encore de campagne</translation>
    </message>
    <message>
      <source>There is no communication limit yet</source>
      <translation>Il n’y a pas encore de limite de communication</translation>
    </message>
    <message>
      <source>There is no conflict: both changed different things.</source>
      <translation>Aucun conflit : les deux ont changé des choses différentes.</translation>
    </message>
    <message>
      <source>There is no destination yet</source>
      <translation>Il n’y a pas encore de destination</translation>
    </message>
    <message>
      <source>There is no document to share yet.</source>
      <translation>Il n’y a pas encore de document à partager.</translation>
    </message>
    <message>
      <source>There is no external audience yet</source>
      <translation>Il n’y a pas encore d’audience externe</translation>
    </message>
    <message>
      <source>There is no group “{name}”.</source>
      <translation>Il n’y a pas de groupe « {name} ».</translation>
    </message>
    <message>
      <source>There is no journey that can run yet</source>
      <translation>Aucun parcours ne peut encore s’exécuter</translation>
    </message>
    <message>
      <source>There is no journey yet</source>
      <translation>Il n’y a pas encore de parcours</translation>
    </message>
    <message>
      <source>There is no key to ask about. Type one, or paste a list of them.</source>
      <translation>Il n’y a aucune clé à chercher. Saisissez-en une, ou collez-en une liste.</translation>
    </message>
    <message>
      <source>There is no live roles template yet.</source>
      <translation>Il n’y a pas encore de modèle de rôles actif.</translation>
    </message>
    <message>
      <source>There is no new file.</source>
      <translation>Il n’y a pas de nouveau fichier.</translation>
    </message>
    <message>
      <source>There is no people list yet</source>
      <translation>Il n’y a pas encore de liste de personnes</translation>
    </message>
    <message>
      <source>There is no persona yet</source>
      <translation>Il n’y a pas encore de persona</translation>
    </message>
    <message>
      <source>There is no policy: everybody publishes without asking.</source>
      <translation>Il n’y a pas de règle : chacun publie sans demander.</translation>
    </message>
    <message>
      <source>There is no predefined filter yet</source>
      <translation>Il n’y a pas encore de filtre prédéfini</translation>
    </message>
    <message>
      <source>There is no program type yet</source>
      <translation>Il n’y a pas encore de type de programme</translation>
    </message>
    <message>
      <source>There is no program yet</source>
      <translation>Il n’y a pas encore de programme</translation>
    </message>
    <message>
      <source>There is no roles template yet</source>
      <translation>Il n’y a pas encore de modèle de rôles</translation>
    </message>
    <message>
      <source>There is no scoring model yet</source>
      <translation>Il n’y a pas encore de modèle de score</translation>
    </message>
    <message>
      <source>There is no solution interest yet</source>
      <translation>Il n’y a pas encore d’intérêt de solution</translation>
    </message>
    <message>
      <source>There is no stage model yet</source>
      <translation>Il n’y a pas encore de modèle d’étapes</translation>
    </message>
    <message>
      <source>There is no such column here; what uses it cannot be counted.</source>
      <translation>Cette colonne n’existe pas ici ; ce qui l’utilise ne peut pas être compté.</translation>
    </message>
    <message>
      <source>There is no such record</source>
      <translation>Il n’y a pas de tel enregistrement</translation>
    </message>
    <message>
      <source>There is no such record.</source>
      <translation>Cet enregistrement n’existe pas.</translation>
    </message>
    <message>
      <source>There is no table yet</source>
      <translation>Il n’y a pas encore de table</translation>
    </message>
    <message>
      <source>There is no {missing} yet.</source>
      <translation>Il manque encore : {missing}.</translation>
    </message>
    <message>
      <source>There is nobody to count here yet.</source>
      <translation>Il n’y a encore personne à compter ici.</translation>
    </message>
    <message>
      <source>There is none yet.</source>
      <translation>Il n’y en a pas encore.</translation>
    </message>
    <message>
      <source>There is nothing of Marketo yet</source>
      <translation>Il n’y a encore rien de Marketo</translation>
    </message>
    <message>
      <source>There is nothing to count yet</source>
      <translation>Il n’y a encore rien à compter</translation>
    </message>
    <message>
      <source>There is nothing to repair.</source>
      <translation>Il n’y a rien à réparer.</translation>
    </message>
    <message>
      <source>There is one version so far</source>
      <translation>Il n’y a qu’une version pour l’instant</translation>
    </message>
    <message>
      <source>There is such a record</source>
      <translation>Il y a un tel enregistrement</translation>
    </message>
    <message>
      <source>These activities have no setting in common.</source>
      <translation>Ces activités n’ont aucun réglage en commun.</translation>
    </message>
    <message>
      <source>These lines are kept no longer</source>
      <translation>Ces lignes ne sont plus conservées</translation>
    </message>
    <message>
      <source>These read it, and would count nobody, or people of long ago. Archive them, or let them read another audience.</source>
      <translation>Ces éléments la lisent et ne compteraient plus personne, ou des gens d’autrefois. Archivez-les, ou faites-leur lire une autre audience.</translation>
    </message>
    <message>
      <source>These two are already connected.</source>
      <translation>Ces deux-là sont déjà reliés.</translation>
    </message>
    <message>
      <source>These words count.</source>
      <translation>Ces mots comptent.</translation>
    </message>
    <message>
      <source>This activity has no query of its own: see the problems, or the activity before it.</source>
      <translation>Cette activité n’a pas de requête à elle : voyez les problèmes, ou l’activité d’avant.</translation>
    </message>
    <message>
      <source>This activity is no longer there.</source>
      <translation>Cette activité n’est plus là.</translation>
    </message>
    <message>
      <source>This audience</source>
      <translation>Cette audience</translation>
    </message>
    <message>
      <source>This cleared “{fields}”, which told of other records. Undo brings it back.</source>
      <translation>Ceci a effacé « {fields} », qui parlait d’autres enregistrements. Annuler le rétablit.</translation>
    </message>
    <message>
      <source>This condition was written elsewhere and is kept as it is.</source>
      <translation>Cette condition a été écrite ailleurs et reste telle quelle.</translation>
    </message>
    <message>
      <source>This does not fit.</source>
      <translation>Cela ne convient pas.</translation>
    </message>
    <message>
      <source>This has not been counted yet.</source>
      <translation>Ceci n’a pas encore été compté.</translation>
    </message>
    <message>
      <source>This is a comparison of versions; nothing can be changed here.</source>
      <translation>Ceci est une comparaison de versions ; rien ne peut être modifié ici.</translation>
    </message>
    <message>
      <source>This is an earlier state of the document, opened from the code of a count.</source>
      <translation>C’est un état antérieur du document, ouvert par le code d’un comptage.</translation>
    </message>
    <message>
      <source>This is not JSON yet.</source>
      <translation>Ce n’est pas encore du JSON.</translation>
    </message>
    <message>
      <source>This is not complete yet.</source>
      <translation>Ce n’est pas encore complet.</translation>
    </message>
    <message>
      <source>This is the way of {key} alone. Ask about the others one by one.</source>
      <translation>Voici le chemin de {key} seul. Demandez les autres un par un.</translation>
    </message>
    <message>
      <source>This kind of activity is unknown here.</source>
      <translation>Ce type d’activité est inconnu ici.</translation>
    </message>
    <message>
      <source>This model is live; it cannot be changed any more. It can be deleted when no interest uses it.</source>
      <translation>Ce modèle est actif ; il ne change plus. Il peut être supprimé quand aucun intérêt ne l’utilise.</translation>
    </message>
    <message>
      <source>This node comes and goes by itself.</source>
      <translation>Ce nœud va et vient de lui-même.</translation>
    </message>
    <message>
      <source>This output leads nowhere yet. Connect it first.</source>
      <translation>Cette sortie ne mène encore nulle part. Reliez-la d’abord.</translation>
    </message>
    <message>
      <source>This part of the rule cannot be read.</source>
      <translation>Cette partie de la règle ne peut pas être lue.</translation>
    </message>
    <message>
      <source>This path cannot go while there are nodes on it.</source>
      <translation>Cette branche ne peut pas disparaître tant que des étapes s’y trouvent.</translation>
    </message>
    <message>
      <source>This path goes on already. Only one that ends can be led elsewhere.</source>
      <translation>Cette branche continue déjà. Seule une branche qui finit peut être menée ailleurs.</translation>
    </message>
    <message>
      <source>This program does not know this kind of activity. It is kept as it is, and nothing runs here.</source>
      <translation>Ce programme ne connaît pas ce type d’activité. Elle est gardée telle quelle, et rien ne s’exécute ici.</translation>
    </message>
    <message>
      <source>This service asks for nothing.</source>
      <translation>Ce service ne demande rien.</translation>
    </message>
    <message>
      <source>This template is live; it cannot be changed any more.</source>
      <translation>Ce modèle est actif ; il ne change plus.</translation>
    </message>
    <message>
      <source>This transition is no longer there.</source>
      <translation>Cette transition n’est plus là.</translation>
    </message>
    <message>
      <source>This version does not know it. It is kept whole; nothing after it is counted.</source>
      <translation>Cette version ne le connaît pas. Il est gardé tel quel ; rien n’est compté après lui.</translation>
    </message>
    <message>
      <source>This workspace</source>
      <translation>Cet espace de travail</translation>
    </message>
    <message>
      <source>This would make a circle: the flow must not come back to where it was.</source>
      <translation>Cela ferait un cercle : le flux ne doit pas revenir là où il était.</translation>
    </message>
    <message>
      <source>Those that are found now are added once; those that are inside stay.</source>
      <translation>Ceux qui sont trouvés maintenant sont ajoutés une fois ; ceux qui y sont restent.</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>jeu.</translation>
    </message>
    <message>
      <source>Tick at least one column, so that there is something to see.</source>
      <translation>Cochez au moins une colonne, pour qu’il y ait quelque chose à voir.</translation>
    </message>
    <message>
      <source>Tick the columns of the key, which tell its records apart.</source>
      <translation>Cochez les colonnes de la clé, qui distinguent ses enregistrements.</translation>
    </message>
    <message>
      <source>Tick the values that are filled in whenever the filter is used.</source>
      <translation>Cochez les valeurs à renseigner à chaque utilisation du filtre.</translation>
    </message>
    <message>
      <source>Tick two or more populations on the left to see how they overlap.</source>
      <translation>Cochez au moins deux populations à gauche pour voir comment elles se recoupent.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Heure</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Fuseau horaire</translation>
    </message>
    <message>
      <source>Time zone of its moments</source>
      <translation>Fuseau horaire de ses moments</translation>
    </message>
    <message>
      <source>Timed out</source>
      <translation>Délai dépassé</translation>
    </message>
    <message>
      <source>Timed out without a path</source>
      <translation>Délai dépassé, sans branche</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>Fois</translation>
    </message>
    <message>
      <source>Times are those of {zone}.</source>
      <translation>Les heures sont celles de {zone}.</translation>
    </message>
    <message>
      <source>Times out after {span}</source>
      <translation>Délai de {span}</translation>
    </message>
    <message>
      <source>Times out on {date}</source>
      <translation>Délai jusqu’au {date}</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>To</source>
      <translation>À</translation>
    </message>
    <message>
      <source>To be agreed: {policy}</source>
      <translation>Accord attendu : {policy}</translation>
    </message>
    <message>
      <source>To be confirmed</source>
      <translation>À confirmer</translation>
    </message>
    <message>
      <source>To consider:</source>
      <translation>À considérer :</translation>
    </message>
    <message>
      <source>To the beginning</source>
      <translation>Au début</translation>
    </message>
    <message>
      <source>To the end</source>
      <translation>À la fin</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Aujourd’hui</translation>
    </message>
    <message>
      <source>Together {total}; its square root is {root}.</source>
      <translation>Ensemble {total} ; sa racine carrée est {root}.</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Jetons</translation>
    </message>
    <message>
      <source>Told from</source>
      <translation>Reconnu à</translation>
    </message>
    <message>
      <source>Total accounts entered</source>
      <translation>Comptes entrés</translation>
    </message>
    <message>
      <source>Total people entered</source>
      <translation>Personnes entrées</translation>
    </message>
    <message>
      <source>Trend</source>
      <translation>Évolution</translation>
    </message>
    <message>
      <source>Trivial</source>
      <translation>Négligeable</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Try an account journey</source>
      <translation>Essayer un parcours de comptes</translation>
    </message>
    <message>
      <source>Try earlier</source>
      <translation>Essayer plus tôt</translation>
    </message>
    <message>
      <source>Try later</source>
      <translation>Essayer plus tard</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>mar.</translation>
    </message>
    <message>
      <source>Turn the layout</source>
      <translation>Tourner la disposition</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Type a name</source>
      <translation>Saisir un nom</translation>
    </message>
    <message>
      <source>Type of {name}</source>
      <translation>Type de {name}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Undo the changes</source>
      <translation>Annuler les modifications</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>Annulé : {step}</translation>
    </message>
    <message>
      <source>Unfold all groups</source>
      <translation>Déplier tous les groupes</translation>
    </message>
    <message>
      <source>Ungroup</source>
      <translation>Dégrouper</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unité</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Inconnu</translation>
    </message>
    <message>
      <source>Unreadable part</source>
      <translation>Partie illisible</translation>
    </message>
    <message>
      <source>Unsubscribe rate</source>
      <translation>Taux de désabonnement</translation>
    </message>
    <message>
      <source>Unsubscribed</source>
      <translation>Désabonné</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Jusqu’au</translation>
    </message>
    <message>
      <source>Unusable address</source>
      <translation>Adresse inutilisable</translation>
    </message>
    <message>
      <source>Update by key</source>
      <translation>Mettre à jour par la clé</translation>
    </message>
    <message>
      <source>Update its logic; name and places stay</source>
      <translation>Mettre à jour la logique ; nom et positions restent</translation>
    </message>
    <message>
      <source>Updated</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Updated by</source>
      <translation>Modifiée par</translation>
    </message>
    <message>
      <source>Updates</source>
      <translation>Mise à jour</translation>
    </message>
    <message>
      <source>Use “{name}” instead</source>
      <translation>Utiliser « {name} » à la place</translation>
    </message>
    <message>
      <source>Used by {names}</source>
      <translation>Utilisé par {names}</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>Value found</source>
      <translation>Valeur trouvée</translation>
    </message>
    <message>
      <source>Value refused</source>
      <translation>Valeur refusée</translation>
    </message>
    <message>
      <source>Value tiers, a worked example</source>
      <translation>Paliers de valeur, un exemple détaillé</translation>
    </message>
    <message>
      <source>Value, or several apart by commas</source>
      <translation>Valeur, ou plusieurs séparées par des virgules</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>Values and how often they occur</source>
      <translation>Les valeurs et leur fréquence</translation>
    </message>
    <message>
      <source>Values that are filled in whenever the filter is used</source>
      <translation>Valeurs à remplir chaque fois que le filtre sert</translation>
    </message>
    <message>
      <source>Values, separated by commas</source>
      <translation>Valeurs, séparées par des virgules</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>Variable</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variables</translation>
    </message>
    <message>
      <source>Variables of the task</source>
      <translation>Variables de la tâche</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <source>Version id</source>
      <translation>Identifiant de version</translation>
    </message>
    <message>
      <source>Version {number}</source>
      <translation>Version {number}</translation>
    </message>
    <message>
      <source>Version {number} is the document now.</source>
      <translation>La version {number} est maintenant le document.</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Versions of {name}</source>
      <translation>Versions de {name}</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Affichage</translation>
    </message>
    <message>
      <source>View the list</source>
      <translation>Voir la liste</translation>
    </message>
    <message>
      <source>Vital</source>
      <translation>Vital</translation>
    </message>
    <message>
      <source>WRONG SIGNATURE: it says “{name}”, but this is not what was signed.</source>
      <translation>SIGNATURE FAUSSE : elle dit « {name} », mais ce n’est pas ce qui a été signé.</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>En attente</translation>
    </message>
    <message>
      <source>Wanted</source>
      <translation>Demandé</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>Avertissement</translation>
    </message>
    <message>
      <source>Web</source>
      <translation>Web</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>mer.</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Semaine</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>Poids</translation>
    </message>
    <message>
      <source>Weight of the role</source>
      <translation>Poids du rôle</translation>
    </message>
    <message>
      <source>Weight of {name}</source>
      <translation>Poids de {name}</translation>
    </message>
    <message>
      <source>Weighting</source>
      <translation>Pondération</translation>
    </message>
    <message>
      <source>Weights of activities</source>
      <translation>Poids des activités</translation>
    </message>
    <message>
      <source>Went</source>
      <translation>Partis</translation>
    </message>
    <message>
      <source>Went on</source>
      <translation>Sortis</translation>
    </message>
    <message>
      <source>What became different</source>
      <translation>Ce qui a changé</translation>
    </message>
    <message>
      <source>What becomes of its rows</source>
      <translation>Que deviennent ses lignes</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
      <source>What each line does</source>
      <translation>Ce que fait chaque ligne</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Ce qui s’est passé</translation>
    </message>
    <message>
      <source>What if: change a wait, a condition or anything else, and see the difference here.</source>
      <translation>Et si : changez une attente, une condition ou autre chose, et voyez ici la différence.</translation>
    </message>
    <message>
      <source>What if: try a change and see the difference</source>
      <translation>Et si : essayer un changement et voir la différence</translation>
    </message>
    <message>
      <source>What if: {difference}</source>
      <translation>Et si : {difference}</translation>
    </message>
    <message>
      <source>What importing would do</source>
      <translation>Ce que ferait l’import</translation>
    </message>
    <message>
      <source>What is done</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>What is not repaired within 30 days is forgotten. Import the file again.</source>
      <translation>Ce qui n’est pas réparé dans les 30 jours est oublié. Importez de nouveau le fichier.</translation>
    </message>
    <message>
      <source>What is set by hand is undone by no journey and no daily job. At most {most} people at a time.</source>
      <translation>Ce qui est fixé à la main n’est défait par aucun parcours ni aucune tâche du jour. Au plus {most} personnes à la fois.</translation>
    </message>
    <message>
      <source>What is to be changed?</source>
      <translation>Qu’est-ce qui est à modifier ?</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>Ce qui ne va pas</translation>
    </message>
    <message>
      <source>What it holds</source>
      <translation>Ce qu’elle contient</translation>
    </message>
    <message>
      <source>What it is called</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>What moves</source>
      <translation>Ce qui circule</translation>
    </message>
    <message>
      <source>What reads it</source>
      <translation>Ce qui la lit</translation>
    </message>
    <message>
      <source>What the choice does to the counts</source>
      <translation>Effet du choix sur les nombres</translation>
    </message>
    <message>
      <source>What the condition looks at</source>
      <translation>Objet de la condition</translation>
    </message>
    <message>
      <source>What the copy keeps</source>
      <translation>Ce que garde la copie</translation>
    </message>
    <message>
      <source>What the file defines</source>
      <translation>Ce que définit le fichier</translation>
    </message>
    <message>
      <source>What the runs counted. Jalon sends nothing itself: reachable are those whom a message would reach.</source>
      <translation>Ce que les exécutions ont compté. Jalon n’envoie rien lui-même : joignables sont ceux qu’un message atteindrait.</translation>
    </message>
    <message>
      <source>What travels</source>
      <translation>Ce qui voyage</translation>
    </message>
    <message>
      <source>What was done in the last 30 days counts, at most {most} times a day for each person and activity; a weight of 0 is ignored.</source>
      <translation>Compte ce qui s’est fait ces 30 derniers jours, au plus {most} fois par jour, personne et activité ; un poids de 0 est ignoré.</translation>
    </message>
    <message>
      <source>What was imported</source>
      <translation>Ce qui a été importé</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <source>When an activity fails</source>
      <translation>Quand une activité échoue</translation>
    </message>
    <message>
      <source>When it runs. Click to change it.</source>
      <translation>Quand il s’exécute. Cliquez pour le changer.</translation>
    </message>
    <message>
      <source>When its campaign runs</source>
      <translation>Quand sa campagne s’exécute</translation>
    </message>
    <message>
      <source>Where does it belong?</source>
      <translation>Où cela va-t-il ?</translation>
    </message>
    <message>
      <source>Which accounts</source>
      <translation>Quels comptes</translation>
    </message>
    <message>
      <source>Which conditions must hold</source>
      <translation>Conditions à remplir</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <source>Who asks</source>
      <translation>Demandeur</translation>
    </message>
    <message>
      <source>Who did what</source>
      <translation>Qui a fait quoi</translation>
    </message>
    <message>
      <source>Who did what…</source>
      <translation>Qui a fait quoi…</translation>
    </message>
    <message>
      <source>Who has said yes gets the tracked mail, everybody else one without tracking.</source>
      <translation>Qui a dit oui reçoit l’e-mail suivi, tous les autres un e-mail sans suivi.</translation>
    </message>
    <message>
      <source>Who is reached more than once</source>
      <translation>Qui est touché plus d’une fois</translation>
    </message>
    <message>
      <source>Who may agree</source>
      <translation>Qui peut donner son accord</translation>
    </message>
    <message>
      <source>Whoever asks may not agree</source>
      <translation>Le demandeur ne peut pas donner son accord</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Motif</translation>
    </message>
    <message>
      <source>Why rows stay behind</source>
      <translation>Pourquoi des lignes restent</translation>
    </message>
    <message>
      <source>Why?</source>
      <translation>Pourquoi ?</translation>
    </message>
    <message>
      <source>Width and colour by population</source>
      <translation>Largeur et couleur selon la population</translation>
    </message>
    <message>
      <source>Will end on {end}</source>
      <translation>Se terminera le {end}</translation>
    </message>
    <message>
      <source>Win back the deli counter</source>
      <translation>Reconquérir le rayon traiteur</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
    <message>
      <source>Windows begin with the calendar, in UTC. Operational e-mails ignore limits.</source>
      <translation>Les fenêtres commencent avec le calendrier, en UTC. Les e-mails opérationnels ignorent les limites.</translation>
    </message>
    <message>
      <source>With a masked sample</source>
      <translation>Avec un échantillon masqué</translation>
    </message>
    <message>
      <source>With all the data</source>
      <translation>Avec toutes les données</translation>
    </message>
    <message>
      <source>With invented people</source>
      <translation>Avec des personnes inventées</translation>
    </message>
    <message>
      <source>With its members</source>
      <translation>Avec ses membres</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Retirer la demande</translation>
    </message>
    <message>
      <source>Without a condition, it applies to every publication.</source>
      <translation>Sans condition, elle s’applique à toute publication.</translation>
    </message>
    <message>
      <source>Without a value</source>
      <translation>Sans valeur</translation>
    </message>
    <message>
      <source>Without details</source>
      <translation>Sans détails</translation>
    </message>
    <message>
      <source>Without it</source>
      <translation>Sans elle</translation>
    </message>
    <message>
      <source>Without it the rule finds {found} ({change}).</source>
      <translation>Sans elle, la règle trouve {found} ({change}).</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Mots</translation>
    </message>
    <message>
      <source>Workspace</source>
      <translation>Espace de travail</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Écrire</translation>
    </message>
    <message>
      <source>Write CSV</source>
      <translation>Écrire un CSV</translation>
    </message>
    <message>
      <source>Write CSV…</source>
      <translation>Écrire un CSV…</translation>
    </message>
    <message>
      <source>Write a dossier…</source>
      <translation>Écrire un dossier…</translation>
    </message>
    <message>
      <source>Write a picture…</source>
      <translation>Enregistrer une image…</translation>
    </message>
    <message>
      <source>Write a value, or choose “is empty”.</source>
      <translation>Écrivez une valeur, ou choisissez « est vide ».</translation>
    </message>
    <message>
      <source>Write a whole number from {least} to {most}.</source>
      <translation>Écrivez un nombre entier de {least} à {most}.</translation>
    </message>
    <message>
      <source>Write at least one value; several have semicolons between them.</source>
      <translation>Écrivez au moins une valeur ; séparez-en plusieurs par des points-virgules.</translation>
    </message>
    <message>
      <source>Write both bounds, with a semicolon between them.</source>
      <translation>Écrivez les deux bornes, séparées par un point-virgule.</translation>
    </message>
    <message>
      <source>Write into a table</source>
      <translation>Écrire dans une table</translation>
    </message>
    <message>
      <source>Write into a table…</source>
      <translation>Écrire dans une table…</translation>
    </message>
    <message>
      <source>Write its words into one line.</source>
      <translation>Écrivez ses mots sur une seule ligne.</translation>
    </message>
    <message>
      <source>Write the SQL of each activity to the log</source>
      <translation>Écrire le SQL de chaque activité dans le journal</translation>
    </message>
    <message>
      <source>Write the document to a file, or put the folder back and open it again.</source>
      <translation>Écrivez le document dans un fichier, ou remettez le dossier à sa place et rouvrez-le.</translation>
    </message>
    <message>
      <source>Write the file…</source>
      <translation>Écrire le fichier…</translation>
    </message>
    <message>
      <source>Write the open documents…</source>
      <translation>Écrire les documents ouverts…</translation>
    </message>
    <message>
      <source>Write to a document file…</source>
      <translation>Écrire dans un fichier de document…</translation>
    </message>
    <message>
      <source>Write to a file</source>
      <translation>Écrire dans un fichier</translation>
    </message>
    <message>
      <source>Write to a file…</source>
      <translation>Écrire dans un fichier…</translation>
    </message>
    <message>
      <source>Writing {name}…</source>
      <translation>Écriture de {name}…</translation>
    </message>
    <message numerus="yes">
      <source>Writing {n} row(s) to {file}…</source>
      <translation>
        <numerusform>Écriture de {n} ligne dans {file}…</numerusform>
        <numerusform>Écriture de {n} lignes dans {file}…</numerusform>
      </translation>
    </message>
    <message>
      <source>Written by</source>
      <translation>Écrite par</translation>
    </message>
    <message>
      <source>Written to {name}.</source>
      <translation>Écrit dans {name}.</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Vous</translation>
    </message>
    <message>
      <source>Your work is kept. Try again; if it happens again, tell us what you did.</source>
      <translation>Votre travail est gardé. Réessayez ; si cela se répète, dites-nous ce que vous avez fait.</translation>
    </message>
    <message>
      <source>a filter</source>
      <translation>un filtre</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>un nombre</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texte</translation>
    </message>
    <message>
      <source>account</source>
      <translation>compte</translation>
    </message>
    <message>
      <source>account audience</source>
      <translation>audience de comptes</translation>
    </message>
    <message numerus="yes">
      <source>account(s)</source>
      <translation>
        <numerusform>compte</numerusform>
        <numerusform>comptes</numerusform>
      </translation>
    </message>
    <message>
      <source>active</source>
      <translation>actif</translation>
    </message>
    <message>
      <source>add values</source>
      <translation>ajouter des valeurs</translation>
    </message>
    <message>
      <source>ago</source>
      <translation>plus tôt</translation>
    </message>
    <message>
      <source>always “{value}”</source>
      <translation>toujours « {value} »</translation>
    </message>
    <message>
      <source>and</source>
      <translation>et</translation>
    </message>
    <message>
      <source>and {number} more</source>
      <translation>et {number} de plus</translation>
    </message>
    <message>
      <source>any day</source>
      <translation>n’importe quel jour</translation>
    </message>
    <message>
      <source>any; several apart by commas</source>
      <translation>tous ; plusieurs séparés par des virgules</translation>
    </message>
    <message>
      <source>approved</source>
      <translation>approuvé</translation>
    </message>
    <message>
      <source>archived</source>
      <translation>archivé</translation>
    </message>
    <message>
      <source>as it is being edited</source>
      <translation>tel qu’il est en cours d’édition</translation>
    </message>
    <message>
      <source>asked by {person}</source>
      <translation>demandé par {person}</translation>
    </message>
    <message>
      <source>at {place}</source>
      <translation>à {place}</translation>
    </message>
    <message>
      <source>audience</source>
      <translation>audience</translation>
    </message>
    <message>
      <source>bn</source>
      <translation>Md</translation>
    </message>
    <message>
      <source>buying group</source>
      <translation>groupe d’achat</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>à la main</translation>
    </message>
    <message>
      <source>came here and went no further</source>
      <translation>arrivé ici, pas plus loin</translation>
    </message>
    <message>
      <source>choose a period</source>
      <translation>choisir une période</translation>
    </message>
    <message>
      <source>choose a value</source>
      <translation>choisir une valeur</translation>
    </message>
    <message>
      <source>choose a variable</source>
      <translation>choisir une variable</translation>
    </message>
    <message>
      <source>comes from</source>
      <translation>vient de</translation>
    </message>
    <message>
      <source>completed</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>completeness</source>
      <translation>complétude</translation>
    </message>
    <message>
      <source>computed</source>
      <translation>calculé</translation>
    </message>
    <message>
      <source>contains</source>
      <translation>contient</translation>
    </message>
    <message>
      <source>contains personal data</source>
      <translation>contient des données personnelles</translation>
    </message>
    <message>
      <source>count</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>daily</source>
      <translation>chaque jour</translation>
    </message>
    <message>
      <source>daily job</source>
      <translation>tâche du jour</translation>
    </message>
    <message>
      <source>date</source>
      <translation>date</translation>
    </message>
    <message>
      <source>date and time</source>
      <translation>date et heure</translation>
    </message>
    <message numerus="yes">
      <source>day(s)</source>
      <translation>
        <numerusform>jour</numerusform>
        <numerusform>jours</numerusform>
      </translation>
    </message>
    <message>
      <source>does not contain</source>
      <translation>ne contient pas</translation>
    </message>
    <message>
      <source>does not end with</source>
      <translation>ne finit pas par</translation>
    </message>
    <message>
      <source>does not exist</source>
      <translation>n’existe pas</translation>
    </message>
    <message>
      <source>does not match the pattern</source>
      <translation>ne suit pas le modèle</translation>
    </message>
    <message>
      <source>does not start with</source>
      <translation>ne commence pas par</translation>
    </message>
    <message>
      <source>done</source>
      <translation>sortis</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>brouillon</translation>
    </message>
    <message>
      <source>dynamic</source>
      <translation>dynamique</translation>
    </message>
    <message>
      <source>edited after version {number}</source>
      <translation>modifié après la version {number}</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>vide</translation>
    </message>
    <message>
      <source>ends with</source>
      <translation>finit par</translation>
    </message>
    <message>
      <source>engagement</source>
      <translation>engagement</translation>
    </message>
    <message>
      <source>entered</source>
      <translation>entrés</translation>
    </message>
    <message>
      <source>exact number ({digits})</source>
      <translation>nombre exact ({digits})</translation>
    </message>
    <message>
      <source>except</source>
      <translation>sauf</translation>
    </message>
    <message>
      <source>exists</source>
      <translation>existe</translation>
    </message>
    <message>
      <source>exists such as</source>
      <translation>existe tel que</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>expirée</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>en échec</translation>
    </message>
    <message>
      <source>filter</source>
      <translation>filtre</translation>
    </message>
    <message>
      <source>from</source>
      <translation>de</translation>
    </message>
    <message>
      <source>from now</source>
      <translation>plus tard</translation>
    </message>
    <message>
      <source>functions</source>
      <translation>fonctions</translation>
    </message>
    <message>
      <source>goes to</source>
      <translation>va à</translation>
    </message>
    <message>
      <source>has its anniversary today</source>
      <translation>a son anniversaire aujourd’hui</translation>
    </message>
    <message>
      <source>has its day today</source>
      <translation>a son anniversaire aujourd’hui</translation>
    </message>
    <message>
      <source>high</source>
      <translation>fort</translation>
    </message>
    <message numerus="yes">
      <source>hour(s)</source>
      <translation>
        <numerusform>heure</numerusform>
        <numerusform>heures</numerusform>
      </translation>
    </message>
    <message>
      <source>hourly</source>
      <translation>chaque heure</translation>
    </message>
    <message>
      <source>inactive</source>
      <translation>inactif</translation>
    </message>
    <message>
      <source>inside</source>
      <translation>dedans</translation>
    </message>
    <message>
      <source>is</source>
      <translation>est</translation>
    </message>
    <message>
      <source>is a member</source>
      <translation>est membre</translation>
    </message>
    <message>
      <source>is after</source>
      <translation>est après</translation>
    </message>
    <message>
      <source>is anything</source>
      <translation>est renseigné ou non</translation>
    </message>
    <message>
      <source>is at least</source>
      <translation>est au moins</translation>
    </message>
    <message>
      <source>is at most</source>
      <translation>est au plus</translation>
    </message>
    <message>
      <source>is before</source>
      <translation>est avant</translation>
    </message>
    <message>
      <source>is between</source>
      <translation>est entre</translation>
    </message>
    <message>
      <source>is empty</source>
      <translation>est vide</translation>
    </message>
    <message>
      <source>is false</source>
      <translation>est faux</translation>
    </message>
    <message>
      <source>is greater than</source>
      <translation>est supérieur à</translation>
    </message>
    <message>
      <source>is here still</source>
      <translation>est encore ici</translation>
    </message>
    <message>
      <source>is in the next</source>
      <translation>est dans les prochains</translation>
    </message>
    <message>
      <source>is in the past</source>
      <translation>est dans les derniers</translation>
    </message>
    <message>
      <source>is in the period</source>
      <translation>est dans la période</translation>
    </message>
    <message>
      <source>is kept as {prefix} and this name</source>
      <translation>gardé sous {prefix} et ce nom</translation>
    </message>
    <message>
      <source>is led to</source>
      <translation>est atteinte</translation>
    </message>
    <message>
      <source>is less than</source>
      <translation>est inférieur à</translation>
    </message>
    <message>
      <source>is like</source>
      <translation>ressemble à</translation>
    </message>
    <message>
      <source>is more than</source>
      <translation>est supérieur à</translation>
    </message>
    <message>
      <source>is none of</source>
      <translation>n’est aucun de</translation>
    </message>
    <message>
      <source>is not</source>
      <translation>n’est pas</translation>
    </message>
    <message>
      <source>is not a member</source>
      <translation>n’est pas membre</translation>
    </message>
    <message>
      <source>is not empty</source>
      <translation>n’est pas vide</translation>
    </message>
    <message>
      <source>is not in the past</source>
      <translation>n’est pas dans les derniers</translation>
    </message>
    <message>
      <source>is not in the period</source>
      <translation>n’est pas dans la période</translation>
    </message>
    <message>
      <source>is not like</source>
      <translation>ne ressemble pas à</translation>
    </message>
    <message>
      <source>is on</source>
      <translation>est le</translation>
    </message>
    <message>
      <source>is on or after</source>
      <translation>est le jour même ou après</translation>
    </message>
    <message>
      <source>is on or before</source>
      <translation>est le jour même ou avant</translation>
    </message>
    <message>
      <source>is one of</source>
      <translation>est l’un de</translation>
    </message>
    <message>
      <source>is since the entry</source>
      <translation>est depuis l’entrée</translation>
    </message>
    <message>
      <source>is true</source>
      <translation>est vrai</translation>
    </message>
    <message>
      <source>it needs an approval</source>
      <translation>une approbation est nécessaire</translation>
    </message>
    <message>
      <source>its status does not allow it</source>
      <translation>son statut ne le permet pas</translation>
    </message>
    <message>
      <source>journey</source>
      <translation>parcours</translation>
    </message>
    <message>
      <source>key</source>
      <translation>clé</translation>
    </message>
    <message>
      <source>key: {names}</source>
      <translation>clé : {names}</translation>
    </message>
    <message>
      <source>large whole number</source>
      <translation>grand nombre entier</translation>
    </message>
    <message>
      <source>leads to</source>
      <translation>mène à</translation>
    </message>
    <message>
      <source>left by {ways}</source>
      <translation>sorti par {ways}</translation>
    </message>
    <message>
      <source>list</source>
      <translation>liste</translation>
    </message>
    <message>
      <source>live</source>
      <translation>actif</translation>
    </message>
    <message>
      <source>low</source>
      <translation>faible</translation>
    </message>
    <message>
      <source>many records</source>
      <translation>plusieurs enregistrements</translation>
    </message>
    <message>
      <source>many to one</source>
      <translation>plusieurs à un</translation>
    </message>
    <message>
      <source>matches the pattern</source>
      <translation>suit le modèle</translation>
    </message>
    <message>
      <source>mean days</source>
      <translation>jours en moyenne</translation>
    </message>
    <message>
      <source>medium</source>
      <translation>moyen</translation>
    </message>
    <message>
      <source>member</source>
      <translation>membre</translation>
    </message>
    <message numerus="yes">
      <source>minute(s)</source>
      <translation>
        <numerusform>minute</numerusform>
        <numerusform>minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>missed</source>
      <translation>manqué</translation>
    </message>
    <message>
      <source>missed: run it or skip it</source>
      <translation>manqué : l’exécuter ou le sauter</translation>
    </message>
    <message numerus="yes">
      <source>month(s)</source>
      <translation>
        <numerusform>mois</numerusform>
        <numerusform>mois</numerusform>
      </translation>
    </message>
    <message>
      <source>monthly</source>
      <translation>chaque mois</translation>
    </message>
    <message>
      <source>never</source>
      <translation>jamais</translation>
    </message>
    <message>
      <source>never came into this journey, as far as it is rehearsed</source>
      <translation>n’est jamais entré dans ce parcours, d’après la répétition</translation>
    </message>
    <message>
      <source>never saved</source>
      <translation>jamais enregistré</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>no condition yet</source>
      <translation>pas encore de condition</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>pas de clé</translation>
    </message>
    <message>
      <source>no rows yet</source>
      <translation>pas encore de lignes</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>not counted</source>
      <translation>pas compté</translation>
    </message>
    <message>
      <source>not reached</source>
      <translation>pas atteint</translation>
    </message>
    <message>
      <source>not saved yet</source>
      <translation>pas encore enregistré</translation>
    </message>
    <message>
      <source>not {condition}</source>
      <translation>pas {condition}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <source>number</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>one or several, apart by commas</source>
      <translation>une ou plusieurs, séparées par des virgules</translation>
    </message>
    <message>
      <source>one record</source>
      <translation>un enregistrement</translation>
    </message>
    <message>
      <source>one to many</source>
      <translation>un à plusieurs</translation>
    </message>
    <message>
      <source>one to one</source>
      <translation>un à un</translation>
    </message>
    <message>
      <source>only {name}</source>
      <translation>seulement {name}</translation>
    </message>
    <message>
      <source>or</source>
      <translation>ou</translation>
    </message>
    <message>
      <source>passed</source>
      <translation>passé</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message>
      <source>person</source>
      <translation>personne</translation>
    </message>
    <message>
      <source>population</source>
      <translation>population</translation>
    </message>
    <message numerus="yes">
      <source>quarter(s)</source>
      <translation>
        <numerusform>trimestre</numerusform>
        <numerusform>trimestres</numerusform>
      </translation>
    </message>
    <message>
      <source>reads it</source>
      <translation>la lit</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>enregistré</translation>
    </message>
    <message numerus="yes">
      <source>second(s)</source>
      <translation>
        <numerusform>seconde</numerusform>
        <numerusform>secondes</numerusform>
      </translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>sauté</translation>
    </message>
    <message>
      <source>small whole number</source>
      <translation>petit nombre entier</translation>
    </message>
    <message>
      <source>solution interest</source>
      <translation>intérêt de solution</translation>
    </message>
    <message>
      <source>something reads it</source>
      <translation>quelque chose la lit</translation>
    </message>
    <message>
      <source>spring, loyalty…</source>
      <translation>printemps, fidélité…</translation>
    </message>
    <message>
      <source>stage</source>
      <translation>étape</translation>
    </message>
    <message>
      <source>started</source>
      <translation>lancé</translation>
    </message>
    <message>
      <source>starts with</source>
      <translation>commence par</translation>
    </message>
    <message>
      <source>static</source>
      <translation>statique</translation>
    </message>
    <message>
      <source>status</source>
      <translation>statut</translation>
    </message>
    <message>
      <source>stored before</source>
      <translation>déjà calculé</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>désactivée</translation>
    </message>
    <message>
      <source>text</source>
      <translation>texte</translation>
    </message>
    <message>
      <source>the coming</source>
      <translation>dans les prochains</translation>
    </message>
    <message>
      <source>the document as it is being edited</source>
      <translation>le document tel qu’il est en cours d’édition</translation>
    </message>
    <message>
      <source>the document here</source>
      <translation>le document d’ici</translation>
    </message>
    <message>
      <source>the filter {label}</source>
      <translation>le filtre {label}</translation>
    </message>
    <message>
      <source>the last</source>
      <translation>dans les derniers</translation>
    </message>
    <message>
      <source>the next</source>
      <translation>le prochain</translation>
    </message>
    <message>
      <source>the previous</source>
      <translation>le précédent</translation>
    </message>
    <message>
      <source>the sample company</source>
      <translation>l’entreprise d’exemple</translation>
    </message>
    <message>
      <source>this</source>
      <translation>ce</translation>
    </message>
    <message>
      <source>this program</source>
      <translation>ce programme</translation>
    </message>
    <message>
      <source>time of day</source>
      <translation>heure du jour</translation>
    </message>
    <message>
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <source>to before</source>
      <translation>jusqu’à la veille du</translation>
    </message>
    <message>
      <source>today</source>
      <translation>aujourd’hui</translation>
    </message>
    <message>
      <source>tomorrow</source>
      <translation>demain</translation>
    </message>
    <message>
      <source>until {when}</source>
      <translation>jusqu’au {when}</translation>
    </message>
    <message>
      <source>version {number}</source>
      <translation>version {number}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message numerus="yes">
      <source>week(s)</source>
      <translation>
        <numerusform>semaine</numerusform>
        <numerusform>semaines</numerusform>
      </translation>
    </message>
    <message>
      <source>weekly</source>
      <translation>chaque semaine</translation>
    </message>
    <message>
      <source>went on</source>
      <translation>a continué</translation>
    </message>
    <message>
      <source>whole number</source>
      <translation>nombre entier</translation>
    </message>
    <message>
      <source>without “{before}”</source>
      <translation>sans « {before} »</translation>
    </message>
    <message>
      <source>writes it</source>
      <translation>l’écrit</translation>
    </message>
    <message numerus="yes">
      <source>year(s)</source>
      <translation>
        <numerusform>an</numerusform>
        <numerusform>ans</numerusform>
      </translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>yes or no</source>
      <translation>oui ou non</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>{accounts} and {people} are there now.</source>
      <translation>{accounts} et {people} sont là maintenant.</translation>
    </message>
    <message>
      <source>{came} came, {stayed} stayed, {left} left</source>
      <translation>arrivés : {came}, restés : {stayed}, partis : {left}</translation>
    </message>
    <message>
      <source>{channel}: address</source>
      <translation>{channel} : adresse</translation>
    </message>
    <message>
      <source>{channel}: consent</source>
      <translation>{channel} : consentement</translation>
    </message>
    <message>
      <source>{columns}: what people agreed to belongs into a table, where it is kept up to date.</source>
      <translation>{columns} : ce à quoi les gens ont consenti va dans une table, où c’est tenu à jour.</translation>
    </message>
    <message>
      <source>{column} of origin</source>
      <translation>{column} d’origine</translation>
    </message>
    <message>
      <source>{column}? {score} %</source>
      <translation>{column} ? {score} %</translation>
    </message>
    <message>
      <source>{combination}: {rows} ({share})</source>
      <translation>{combination} : {rows} ({share})</translation>
    </message>
    <message>
      <source>{condition}: does not hold</source>
      <translation>{condition} : non</translation>
    </message>
    <message>
      <source>{condition}: holds</source>
      <translation>{condition} : oui</translation>
    </message>
    <message>
      <source>{counted} of {times}</source>
      <translation>{counted} sur {times}</translation>
    </message>
    <message>
      <source>{difference} since the evaluation before</source>
      <translation>{difference} depuis l’évaluation précédente</translation>
    </message>
    <message>
      <source>{document} (earlier state)</source>
      <translation>{document} (état antérieur)</translation>
    </message>
    <message>
      <source>{file} was not loaded into {table}.</source>
      <translation>{file} n’a pas été chargé dans {table}.</translation>
    </message>
    <message>
      <source>{file}: {title} of {system}</source>
      <translation>{file} : {title} de {system}</translation>
    </message>
    <message>
      <source>{first} and {second}</source>
      <translation>{first} et {second}</translation>
    </message>
    <message>
      <source>{first} or {last}</source>
      <translation>{first} ou {last}</translation>
    </message>
    <message>
      <source>{found} of {rows} {unit}</source>
      <translation>{found} sur {rows} {unit}</translation>
    </message>
    <message>
      <source>{groups} of {accounts}</source>
      <translation>{groups} de {accounts}</translation>
    </message>
    <message>
      <source>{groups}, {members}, {scores}.</source>
      <translation>{groups}, {members}, {scores}.</translation>
    </message>
    <message>
      <source>{here} and {there} are of different types: they are never equal.</source>
      <translation>{here} et {there} sont de types différents : ils ne sont jamais égaux.</translation>
    </message>
    <message>
      <source>{here} of {all} at {place}</source>
      <translation>{here} sur {all} à {place}</translation>
    </message>
    <message>
      <source>{inside} inside, {left} done</source>
      <translation>{inside} dedans, {left} au bout</translation>
    </message>
    <message>
      <source>{kind} in {workspace} · {time}</source>
      <translation>{kind} dans {workspace} · {time}</translation>
    </message>
    <message numerus="yes">
      <source>{label} has {n} member(s).</source>
      <translation>
        <numerusform>{label} compte {n} membre.</numerusform>
        <numerusform>{label} compte {n} membres.</numerusform>
      </translation>
    </message>
    <message>
      <source>{label} is deleted; it can be restored for 30 days.</source>
      <translation>{label} : supprimé ; peut être restauré pendant 30 jours.</translation>
    </message>
    <message>
      <source>{label} is refreshed.</source>
      <translation>{label} est actualisée.</translation>
    </message>
    <message>
      <source>{label}: {status}.</source>
      <translation>{label} : {status}.</translation>
    </message>
    <message>
      <source>{left}, {moment}</source>
      <translation>{left}, {moment}</translation>
    </message>
    <message>
      <source>{lines} = {header} header + {blank} blank + {loaded} to load + {rejected}</source>
      <translation>{lines} = {header} d’en-tête + {blank} sans contenu + {loaded} à charger + {rejected}</translation>
    </message>
    <message>
      <source>{live} of {quota} live journeys</source>
      <translation>Parcours actifs : {live} sur {quota}</translation>
    </message>
    <message>
      <source>{live} of {quota} live journeys: that is all that a workspace is meant to have.</source>
      <translation>Parcours actifs : {live} sur {quota}. Un espace de travail n’est pas prévu pour en avoir plus.</translation>
    </message>
    <message>
      <source>{low} to below {high}: {rows}</source>
      <translation>de {low} à moins de {high} : {rows}</translation>
    </message>
    <message numerus="yes">
      <source>{names} (goes|go) into a workspace. Choose which.</source>
      <translation>
        <numerusform>{names} va dans un espace de travail. Choisissez lequel.</numerusform>
        <numerusform>{names} vont dans un espace de travail. Choisissez lequel.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} (copy)</source>
      <translation>{name} (copie)</translation>
    </message>
    <message>
      <source>{name} (required)</source>
      <translation>{name} (obligatoire)</translation>
    </message>
    <message>
      <source>{name} belongs to the key</source>
      <translation>{name} appartient à la clé</translation>
    </message>
    <message>
      <source>{name} failed, and you are among its supervisors.</source>
      <translation>{name} a échoué, et vous êtes parmi ses superviseurs.</translation>
    </message>
    <message>
      <source>{name} is open in another window of Jalon, which was asked to come to the front.</source>
      <translation>{name} est ouvert dans une autre fenêtre de Jalon, qui a été priée de passer au premier plan.</translation>
    </message>
    <message>
      <source>{name} is saved.</source>
      <translation>{name} est enregistré.</translation>
    </message>
    <message>
      <source>{name} is written: {size} kB.</source>
      <translation>{name} est écrit : {size} ko.</translation>
    </message>
    <message>
      <source>{name} only names columns: {table} has no rows. If the line is a row, import the file again without “The first line names the columns”.</source>
      <translation>{name} ne fait que nommer des colonnes : {table} n’a aucune ligne. Si la ligne en est une, importez à nouveau le fichier sans « La première ligne nomme les colonnes ».</translation>
    </message>
    <message>
      <source>{name} ran as planned.</source>
      <translation>{name} s’est exécuté comme prévu.</translation>
    </message>
    <message>
      <source>{name} ran, and something failed; see its runs.</source>
      <translation>{name} s’est exécuté, et quelque chose a échoué ; voyez ses exécutions.</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} a été retiré.</translation>
    </message>
    <message>
      <source>{name} went on.</source>
      <translation>{name} a continué.</translation>
    </message>
    <message>
      <source>{name}, {role}: {score} × {weight} ÷ {weights} = {part}</source>
      <translation>{name}, {role} : {score} × {weight} ÷ {weights} = {part}</translation>
    </message>
    <message>
      <source>{name}: names are of letters, digits and underscores.</source>
      <translation>{name} : les noms sont faits de lettres, de chiffres et de tirets bas.</translation>
    </message>
    <message>
      <source>{name}: removed or changed</source>
      <translation>{name} : retiré ou modifié</translation>
    </message>
    <message>
      <source>{name}: {mine} as here, {theirs} as in the bundle</source>
      <translation>{name} : {mine} comme ici, {theirs} comme dans le lot</translation>
    </message>
    <message numerus="yes">
      <source>{name}: {n} row(s) (is|are) in {table} now.</source>
      <translation>
        <numerusform>{name} : {n} ligne est maintenant dans {table}.</numerusform>
        <numerusform>{name} : {n} lignes sont maintenant dans {table}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name}: {n} row(s) loaded into {table}.</source>
      <translation>
        <numerusform>{name} : {n} ligne chargée dans {table}.</numerusform>
        <numerusform>{name} : {n} lignes chargées dans {table}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}: {words}</source>
      <translation>{name} : {words}</translation>
    </message>
    <message>
      <source>{node}: {entered} entered, {left} left, in {seconds} s.</source>
      <translation>{node} : {entered} en entrée, {left} en sortie, en {seconds} s.</translation>
    </message>
    <message>
      <source>{number} were inside already.</source>
      <translation>{number} y étaient déjà.</translation>
    </message>
    <message numerus="yes">
      <source>{n} (person|people)</source>
      <translation>
        <numerusform>{n} personne</numerusform>
        <numerusform>{n} personnes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} account(s)</source>
      <translation>
        <numerusform>{n} compte</numerusform>
        <numerusform>{n} comptes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} account(s) active there now.</source>
      <translation>
        <numerusform>{n} compte y est actif à présent.</numerusform>
        <numerusform>{n} comptes y sont actifs à présent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} account(s) added.</source>
      <translation>
        <numerusform>{n} compte ajouté.</numerusform>
        <numerusform>{n} comptes ajoutés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} account(s) written to {file}.</source>
      <translation>
        <numerusform>{n} compte écrit dans {file}.</numerusform>
        <numerusform>{n} comptes écrits dans {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} activit(y|ies)</source>
      <translation>
        <numerusform>{n} activité</numerusform>
        <numerusform>{n} activités</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} audience(s)</source>
      <translation>
        <numerusform>{n} audience</numerusform>
        <numerusform>{n} audiences</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} audience(s) (is|are) refreshed.</source>
      <translation>
        <numerusform>{n} audience est actualisée.</numerusform>
        <numerusform>{n} audiences sont actualisées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} audience(s) (is|are) selected.</source>
      <translation>
        <numerusform>{n} audience est sélectionnée.</numerusform>
        <numerusform>{n} audiences sont sélectionnées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} buying group(s)</source>
      <translation>
        <numerusform>{n} groupe d’achat</numerusform>
        <numerusform>{n} groupes d’achat</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} came</source>
      <translation>
        <numerusform>{n} arrivé</numerusform>
        <numerusform>{n} arrivés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} change(s)</source>
      <translation>
        <numerusform>{n} changement</numerusform>
        <numerusform>{n} changements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} changed membership(s)</source>
      <translation>
        <numerusform>{n} appartenance changée</numerusform>
        <numerusform>{n} appartenances changées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} column(s)</source>
      <translation>
        <numerusform>{n} colonne</numerusform>
        <numerusform>{n} colonnes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} column(s) taken from {name}.</source>
      <translation>
        <numerusform>{n} colonne reprise de {name}.</numerusform>
        <numerusform>{n} colonnes reprises de {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} conflict(s) to decide.</source>
      <translation>
        <numerusform>{n} conflit à trancher.</numerusform>
        <numerusform>{n} conflits à trancher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} corrected line(s) (is|are) loaded.</source>
      <translation>
        <numerusform>{n} ligne corrigée est chargée.</numerusform>
        <numerusform>{n} lignes corrigées sont chargées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} count(s)</source>
      <translation>
        <numerusform>{n} nombre</numerusform>
        <numerusform>{n} nombres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} day(s)</source>
      <translation>
        <numerusform>{n} jour</numerusform>
        <numerusform>{n} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} different</source>
      <translation>
        <numerusform>{n} différent</numerusform>
        <numerusform>{n} différents</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} different record(s) in all. A bar opens its list.</source>
      <translation>
        <numerusform>{n} enregistrement différent en tout. Une barre ouvre sa liste.</numerusform>
        <numerusform>{n} enregistrements différents en tout. Une barre ouvre sa liste.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} distinct target(s)</source>
      <translation>
        <numerusform>{n} cible distincte</numerusform>
        <numerusform>{n} cibles distinctes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} document(s) (uses|use) it; (its|their) rules will be marked as wrong.</source>
      <translation>
        <numerusform>{n} document l’utilise ; ses règles seront marquées comme fausses.</numerusform>
        <numerusform>{n} documents l’utilisent ; leurs règles seront marquées comme fausses.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} document(s) written to {folder}.</source>
      <translation>
        <numerusform>{n} document écrit dans {folder}.</numerusform>
        <numerusform>{n} documents écrits dans {folder}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} entered in the rehearsal.</source>
      <translation>
        <numerusform>{n} est entré pendant la simulation.</numerusform>
        <numerusform>{n} sont entrés pendant la simulation.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} error(s) to mend first.</source>
      <translation>
        <numerusform>{n} erreur à corriger d’abord.</numerusform>
        <numerusform>{n} erreurs à corriger d’abord.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} error(s) to mend first; see the problems.</source>
      <translation>
        <numerusform>{n} erreur à corriger d’abord ; voyez les problèmes.</numerusform>
        <numerusform>{n} erreurs à corriger d’abord ; voyez les problèmes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} file(s) (matches|match) now: {names}</source>
      <translation>
        <numerusform>{n} fichier correspond actuellement : {names}</numerusform>
        <numerusform>{n} fichiers correspondent actuellement : {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} file(s) (was|were) loaded.</source>
      <translation>
        <numerusform>{n} fichier a été chargé.</numerusform>
        <numerusform>{n} fichiers ont été chargés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} group(s) with (a new score|new scores)</source>
      <translation>
        <numerusform>{n} groupe au score nouveau</numerusform>
        <numerusform>{n} groupes aux scores nouveaux</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hour(s)</source>
      <translation>
        <numerusform>{n} heure</numerusform>
        <numerusform>{n} heures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} key(s) (is|are) too many: the first {most} are asked about. Ask about the others next.</source>
      <translation>
        <numerusform>{n} clé est de trop : les {most} premières sont cherchées. Cherchez les autres ensuite.</numerusform>
        <numerusform>{n} clés, c’est trop : les {most} premières sont cherchées. Cherchez les autres ensuite.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s)</source>
      <translation>
        <numerusform>{n} ligne</numerusform>
        <numerusform>{n} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s) (is|are) set aside. Correct cells, then load the lines that you changed.</source>
      <translation>
        <numerusform>{n} ligne est mise de côté. Corrigez des cellules, puis chargez les lignes modifiées.</numerusform>
        <numerusform>{n} lignes sont mises de côté. Corrigez des cellules, puis chargez les lignes modifiées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s) (is|are) still wrong.</source>
      <translation>
        <numerusform>{n} ligne est encore erronée.</numerusform>
        <numerusform>{n} lignes sont encore erronées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s) (names|name) nobody, or several: {some}</source>
      <translation>
        <numerusform>{n} ligne ne nomme personne, ou plusieurs : {some}</numerusform>
        <numerusform>{n} lignes ne nomment personne, ou plusieurs : {some}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s) cannot be counted yet and (is|are) left out.</source>
      <translation>
        <numerusform>{n} ligne ne peut pas encore être comptée et est laissée de côté.</numerusform>
        <numerusform>{n} lignes ne peuvent pas encore être comptées et sont laissées de côté.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} link(s)</source>
      <translation>
        <numerusform>{n} lien</numerusform>
        <numerusform>{n} liens</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} link(s) (was|were) added.</source>
      <translation>
        <numerusform>{n} lien a été ajouté.</numerusform>
        <numerusform>{n} liens ont été ajoutés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} member(s)</source>
      <translation>
        <numerusform>{n} membre</numerusform>
        <numerusform>{n} membres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} member(s) on {when}</source>
      <translation>
        <numerusform>{n} membre le {when}</numerusform>
        <numerusform>{n} membres le {when}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} minute(s)</source>
      <translation>
        <numerusform>{n} minute</numerusform>
        <numerusform>{n} minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} month(s)</source>
      <translation>
        <numerusform>{n} mois</numerusform>
        <numerusform>{n} mois</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} more</source>
      <translation>
        <numerusform>{n} de plus</numerusform>
        <numerusform>{n} de plus</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} new group(s)</source>
      <translation>
        <numerusform>{n} nouveau groupe</numerusform>
        <numerusform>{n} nouveaux groupes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} node(s) that followed (was|were) deleted, too. Undo brings (it|them) back.</source>
      <translation>
        <numerusform>{n} nœud qui suivait a aussi été supprimé. Annuler le rétablit.</numerusform>
        <numerusform>{n} nœuds qui suivaient ont aussi été supprimés. Annuler les rétablit.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {all} reachable</source>
      <translation>
        <numerusform>{n} joignable sur {all}</numerusform>
        <numerusform>{n} joignables sur {all}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} path(s)</source>
      <translation>
        <numerusform>{n} branche</numerusform>
        <numerusform>{n} branches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} person(s) added.</source>
      <translation>
        <numerusform>{n} personne ajoutée.</numerusform>
        <numerusform>{n} personnes ajoutées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s)</source>
      <translation>
        <numerusform>{n} ligne</numerusform>
        <numerusform>{n} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) read: {inserted} new, {updated} updated, {rejected} rejected.</source>
      <translation>
        <numerusform>{n} ligne lue. Nouvelles : {inserted} ; mises à jour : {updated} ; rejetées : {rejected}.</numerusform>
        <numerusform>{n} lignes lues. Nouvelles : {inserted} ; mises à jour : {updated} ; rejetées : {rejected}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) written to {file}.</source>
      <translation>
        <numerusform>{n} ligne écrite dans {file}.</numerusform>
        <numerusform>{n} lignes écrites dans {file}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} run(s)</source>
      <translation>
        <numerusform>{n} exécution</numerusform>
        <numerusform>{n} exécutions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} run(s) removed.</source>
      <translation>
        <numerusform>{n} exécution supprimée.</numerusform>
        <numerusform>{n} exécutions supprimées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} set aside</source>
      <translation>
        <numerusform>{n} mise de côté</numerusform>
        <numerusform>{n} mises de côté</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} stayed</source>
      <translation>
        <numerusform>{n} resté</numerusform>
        <numerusform>{n} restés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} step(s)</source>
      <translation>
        <numerusform>{n} étape</numerusform>
        <numerusform>{n} étapes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} table(s)</source>
      <translation>
        <numerusform>{n} table</numerusform>
        <numerusform>{n} tables</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} value(s)</source>
      <translation>
        <numerusform>{n} valeur</numerusform>
        <numerusform>{n} valeurs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} warning(s), blocking nothing.</source>
      <translation>
        <numerusform>{n} avertissement, qui n’empêche rien.</numerusform>
        <numerusform>{n} avertissements, qui n’empêchent rien.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} week(s)</source>
      <translation>
        <numerusform>{n} semaine</numerusform>
        <numerusform>{n} semaines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} went</source>
      <translation>
        <numerusform>{n} parti</numerusform>
        <numerusform>{n} partis</numerusform>
      </translation>
    </message>
    <message>
      <source>{person} asks for changes: {change}</source>
      <translation>{person} demande des modifications : {change}</translation>
    </message>
    <message>
      <source>{place} has no people to show</source>
      <translation>{place} n’a personne à montrer</translation>
    </message>
    <message>
      <source>{role}: {assigned} of {needed} needed, {score}</source>
      <translation>{role} : {assigned} sur {needed} requis, {score}</translation>
    </message>
    <message>
      <source>{rows} {unit} · {document}, {version} · {node} · {label} · as of {instant} ({zone}) · data {data} · {code}</source>
      <translation>{rows} {unit} · {document}, {version} · {node} · {label} · à la date du {instant} ({zone}) · données {data} · {code}</translation>
    </message>
    <message>
      <source>{rows}, {targets}</source>
      <translation>{rows}, {targets}</translation>
    </message>
    <message>
      <source>{share} of entries</source>
      <translation>{share} des entrées</translation>
    </message>
    <message>
      <source>{share} of the first</source>
      <translation>{share} du premier</translation>
    </message>
    <message>
      <source>{share} of {one} are also in {other}.</source>
      <translation>{share} de {one} sont aussi dans {other}.</translation>
    </message>
    <message>
      <source>{shown} of {every}</source>
      <translation>{shown} sur {every}</translation>
    </message>
    <message>
      <source>{shown} of {whole}</source>
      <translation>{shown} sur {whole}</translation>
    </message>
    <message>
      <source>{stage} is an entry point</source>
      <translation>{stage} est un point d’entrée</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>Du {start} au {end}</translation>
    </message>
    <message>
      <source>{tables} and {links} were added.</source>
      <translation>Ajoutés : {tables} et {links}.</translation>
    </message>
    <message>
      <source>{table} has a link {name} already.</source>
      <translation>{table} a déjà un lien {name}.</translation>
    </message>
    <message>
      <source>{title} (taken back)</source>
      <translation>{title} (annulé)</translation>
    </message>
    <message>
      <source>{title} always stands first: nothing can enter it.</source>
      <translation>{title} vient toujours en premier : rien ne peut y entrer.</translation>
    </message>
    <message>
      <source>{title} takes one transition only. Remove the present one first.</source>
      <translation>{title} ne prend qu’une transition. Retirez d’abord celle qui y est.</translation>
    </message>
    <message>
      <source>{tokens} here</source>
      <translation>{tokens} ici</translation>
    </message>
    <message>
      <source>{tokens} here until {day}</source>
      <translation>{tokens} ici jusqu’au {day}</translation>
    </message>
    <message>
      <source>{total} % in all</source>
      <translation>{total} % en tout</translation>
    </message>
    <message>
      <source>{used} of {most} in the workspace</source>
      <translation>{used} sur {most} dans l’espace de travail</translation>
    </message>
    <message>
      <source>{value} %</source>
      <translation>{value} %</translation>
    </message>
    <message>
      <source>{version}, edited since</source>
      <translation>{version}, modifiée depuis</translation>
    </message>
    <message>
      <source>“Follow and why” tells where somebody was lost.</source>
      <translation>« Suivi et raisons » dit où quelqu’un s’est perdu.</translation>
    </message>
    <message>
      <source>“{after}” instead of “{before}”</source>
      <translation>« {after} » au lieu de « {before} »</translation>
    </message>
    <message>
      <source>“{attribute}” is there twice.</source>
      <translation>« {attribute} » figure deux fois.</translation>
    </message>
    <message>
      <source>“{label}” is in use</source>
      <translation>« {label} » est utilisée</translation>
    </message>
    <message>
      <source>“{name}” has changes that are not saved</source>
      <translation>« {name} » a des modifications non enregistrées</translation>
    </message>
    <message>
      <source>“{name}” is meant here.</source>
      <translation>Ici, c’est « {name} ».</translation>
    </message>
    <message>
      <source>“{name}” is merged.</source>
      <translation>« {name} » est fusionné.</translation>
    </message>
    <message>
      <source>“{name}”: from here to the bundle</source>
      <translation>« {name} » : d’ici au lot</translation>
    </message>
    <message>
      <source>“{value}” is not a date. Write it as {example}, or with a time after it.</source>
      <translation>« {value} » n’est pas une date. Écrivez-la comme {example}, ou suivie d’une heure.</translation>
    </message>
    <message>
      <source>“{value}” is not a number.</source>
      <translation>« {value} » n’est pas un nombre.</translation>
    </message>
    <message>
      <source>“{value}” is not a time. Write it as {example}.</source>
      <translation>« {value} » n’est pas une heure. Écrivez-la comme {example}.</translation>
    </message>
    <message numerus="yes">
      <source>• and {n} more; see the problems.</source>
      <translation>
        <numerusform>• et {n} autre ; voir les problèmes.</numerusform>
        <numerusform>• et {n} autres ; voir les problèmes.</numerusform>
      </translation>
    </message>
    <message>
      <source>− Waiting</source>
      <translation>− En attente</translation>
    </message>
    <message numerus="yes">
      <source>−{n} stayed behind</source>
      <translation>
        <numerusform>−{n} resté en arrière</numerusform>
        <numerusform>−{n} restés en arrière</numerusform>
      </translation>
    </message>
    <message>
      <source>✓ Every row is accounted for.</source>
      <translation>✓ Chaque ligne est justifiée.</translation>
    </message>
  </context>
  <context>
    <name>canvas</name>
    <message>
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <source>A node cannot follow itself.</source>
      <translation>Un nœud ne peut pas se suivre lui-même.</translation>
    </message>
    <message>
      <source>A node with several transitions on both sides cannot be healed: it is not clear who follows whom.</source>
      <translation>Un nœud avec plusieurs transitions des deux côtés ne peut pas être refermé : on ne sait pas qui suit qui.</translation>
    </message>
    <message>
      <source>A picture is a .png, .svg or .pdf file.</source>
      <translation>Une image est un fichier .png, .svg ou .pdf.</translation>
    </message>
    <message>
      <source>A transition ends at an input.</source>
      <translation>Une transition finit à une entrée.</translation>
    </message>
    <message>
      <source>A transition starts at an output.</source>
      <translation>Une transition commence à une sortie.</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>Actions et leurs touches</translation>
    </message>
    <message>
      <source>Actions for the selection</source>
      <translation>Actions sur la sélection</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Add a bend</source>
      <translation>Ajouter un coude</translation>
    </message>
    <message>
      <source>Add a node</source>
      <translation>Ajouter un nœud</translation>
    </message>
    <message>
      <source>Add a node at the pointer</source>
      <translation>Ajouter un nœud sous le pointeur</translation>
    </message>
    <message>
      <source>Add a node by its name</source>
      <translation>Ajouter un nœud par son nom</translation>
    </message>
    <message>
      <source>Add a node here</source>
      <translation>Ajouter un nœud ici</translation>
    </message>
    <message>
      <source>Add a note</source>
      <translation>Ajouter une note</translation>
    </message>
    <message>
      <source>Add after, or into the transition</source>
      <translation>Ajouter après, ou dans la transition</translation>
    </message>
    <message>
      <source>Add note</source>
      <translation>Ajouter une note</translation>
    </message>
    <message>
      <source>Add {name}</source>
      <translation>Ajouter {name}</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ajouté</translation>
    </message>
    <message>
      <source>Align</source>
      <translation>Aligner</translation>
    </message>
    <message>
      <source>Align bottom</source>
      <translation>Aligner en bas</translation>
    </message>
    <message>
      <source>Align centres</source>
      <translation>Aligner les centres</translation>
    </message>
    <message>
      <source>Align left</source>
      <translation>Aligner à gauche</translation>
    </message>
    <message>
      <source>Align middles</source>
      <translation>Aligner les milieux</translation>
    </message>
    <message>
      <source>Align right</source>
      <translation>Aligner à droite</translation>
    </message>
    <message>
      <source>Align top</source>
      <translation>Aligner en haut</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>Toutes les commandes</translation>
    </message>
    <message>
      <source>Amber</source>
      <translation>Ambre</translation>
    </message>
    <message>
      <source>Arrange</source>
      <translation>Disposer</translation>
    </message>
    <message>
      <source>As a poster of several pages</source>
      <translation>En affiche sur plusieurs pages</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>Tel qu’ouvert</translation>
    </message>
    <message>
      <source>At this scale the picture would have {width} × {height} pixels. Choose a scale of at most {scale} %, or SVG or PDF, which know no pixels.</source>
      <translation>À cette échelle, l’image aurait {width} × {height} pixels. Choisissez une échelle de {scale} % au plus, ou bien SVG ou PDF, qui ne connaissent pas de pixels.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Back to the default</source>
      <translation>Revenir à la valeur par défaut</translation>
    </message>
    <message>
      <source>Back to which step?</source>
      <translation>Revenir à quelle étape ?</translation>
    </message>
    <message>
      <source>Being read…</source>
      <translation>Lecture en cours…</translation>
    </message>
    <message>
      <source>Block</source>
      <translation>Bloc</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>Blocs</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <source>Bring to the front</source>
      <translation>Mettre au premier plan</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Canevas</translation>
    </message>
    <message>
      <source>Change counts</source>
      <translation>Changer les nombres</translation>
    </message>
    <message>
      <source>Change frame</source>
      <translation>Modifier le cadre</translation>
    </message>
    <message>
      <source>Change node</source>
      <translation>Modifier le nœud</translation>
    </message>
    <message>
      <source>Change note</source>
      <translation>Modifier la note</translation>
    </message>
    <message>
      <source>Change the type</source>
      <translation>Changer le type</translation>
    </message>
    <message>
      <source>Change transition</source>
      <translation>Modifier la transition</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Choices</source>
      <translation>Choix</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Choisir un fichier…</translation>
    </message>
    <message>
      <source>Choose a printer…</source>
      <translation>Choisir une imprimante…</translation>
    </message>
    <message>
      <source>Choose what it starts with</source>
      <translation>Choisir par quoi commencer</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Collapse or expand the frame</source>
      <translation>Replier ou déplier le cadre</translation>
    </message>
    <message>
      <source>Collapse the frame</source>
      <translation>Replier le cadre</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <source>Compact or detailed cards</source>
      <translation>Cartes compactes ou détaillées</translation>
    </message>
    <message>
      <source>Compare with a version…</source>
      <translation>Comparer avec une version…</translation>
    </message>
    <message>
      <source>Compared with {title}: {summary}</source>
      <translation>Comparaison avec {title} : {summary}</translation>
    </message>
    <message>
      <source>Comparison</source>
      <translation>Comparaison</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Relier</translation>
    </message>
    <message>
      <source>Connect from here</source>
      <translation>Relier à partir d’ici</translation>
    </message>
    <message>
      <source>Connect to…</source>
      <translation>Relier à…</translation>
    </message>
    <message>
      <source>Connect two nodes</source>
      <translation>Relier deux nœuds</translation>
    </message>
    <message>
      <source>Copied as an image.</source>
      <translation>Copié comme image.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Copy as an image</source>
      <translation>Copier comme image</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Counted in {seconds} s</source>
      <translation>Compté en {seconds} s</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>Effectifs</translation>
    </message>
    <message>
      <source>Counts as numbers</source>
      <translation>Effectifs en nombres</translation>
    </message>
    <message>
      <source>Counts as shares of the entry</source>
      <translation>Effectifs en part de l’entrée</translation>
    </message>
    <message>
      <source>Counts as shares of the step before</source>
      <translation>Effectifs en part de l’étape précédente</translation>
    </message>
    <message>
      <source>Cut</source>
      <translation>Couper</translation>
    </message>
    <message>
      <source>Cut transitions</source>
      <translation>Couper des transitions</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete and heal</source>
      <translation>Supprimer et refermer</translation>
    </message>
    <message>
      <source>Delete and join neighbours</source>
      <translation>Supprimer et relier les voisins</translation>
    </message>
    <message>
      <source>Delete the transitions here</source>
      <translation>Supprimer les transitions ici</translation>
    </message>
    <message>
      <source>Distribute across</source>
      <translation>Répartir en largeur</translation>
    </message>
    <message>
      <source>Distribute down</source>
      <translation>Répartir en hauteur</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fait</translation>
    </message>
    <message>
      <source>Done, with remarks</source>
      <translation>Terminé, avec des remarques</translation>
    </message>
    <message>
      <source>Done: {step}</source>
      <translation>Refait : {step}</translation>
    </message>
    <message>
      <source>Drawing…</source>
      <translation>Dessin en cours…</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Dupliquer</translation>
    </message>
    <message>
      <source>Duplicate with incoming transitions</source>
      <translation>Dupliquer avec les transitions entrantes</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Édition</translation>
    </message>
    <message>
      <source>Edit the text</source>
      <translation>Modifier le texte</translation>
    </message>
    <message>
      <source>End the comparison</source>
      <translation>Terminer la comparaison</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Erreur</translation>
    </message>
    <message>
      <source>Everything stands where a layout would put it.</source>
      <translation>Tout est déjà là où une disposition le mettrait.</translation>
    </message>
    <message>
      <source>Expand the frame</source>
      <translation>Déplier le cadre</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>En échec</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <source>Find the next</source>
      <translation>Rechercher le suivant</translation>
    </message>
    <message>
      <source>Find the one before</source>
      <translation>Rechercher le précédent</translation>
    </message>
    <message>
      <source>Find titles, types, settings, notes</source>
      <translation>Rechercher dans les titres, types, réglages et notes</translation>
    </message>
    <message>
      <source>First rows</source>
      <translation>Premières lignes</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>En avant</translation>
    </message>
    <message numerus="yes">
      <source>Frame {title}, {n} node(s)</source>
      <translation>
        <numerusform>Cadre {title}, {n} nœud</numerusform>
        <numerusform>Cadre {title}, {n} nœuds</numerusform>
      </translation>
    </message>
    <message>
      <source>Go to a transition of the node</source>
      <translation>Aller à une transition du nœud</translation>
    </message>
    <message>
      <source>Go to place {number}</source>
      <translation>Aller à la place {number}</translation>
    </message>
    <message>
      <source>Go to the difference before</source>
      <translation>Aller à la différence précédente</translation>
    </message>
    <message>
      <source>Go to the frame around the node</source>
      <translation>Aller au cadre autour du nœud</translation>
    </message>
    <message>
      <source>Go to the next difference</source>
      <translation>Aller à la différence suivante</translation>
    </message>
    <message>
      <source>Go to the next remark</source>
      <translation>Aller à la remarque suivante</translation>
    </message>
    <message>
      <source>Go to the remark before</source>
      <translation>Aller à la remarque précédente</translation>
    </message>
    <message>
      <source>Go to what comes before</source>
      <translation>Aller à ce qui précède</translation>
    </message>
    <message>
      <source>Go to what follows</source>
      <translation>Aller à ce qui suit</translation>
    </message>
    <message>
      <source>Go to what is above</source>
      <translation>Aller à ce qui est au-dessus</translation>
    </message>
    <message>
      <source>Go to what is below</source>
      <translation>Aller à ce qui est au-dessous</translation>
    </message>
    <message>
      <source>Go to where it begins</source>
      <translation>Aller là où elle commence</translation>
    </message>
    <message>
      <source>Go to where it ends</source>
      <translation>Aller là où elle finit</translation>
    </message>
    <message>
      <source>Graph</source>
      <translation>Graphe</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Grille</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>Group in a frame</source>
      <translation>Grouper dans un cadre</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>History…</source>
      <translation>Historique…</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Information</source>
      <translation>Informations</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Insert the block</source>
      <translation>Insérer le bloc</translation>
    </message>
    <message>
      <source>Insert the block. F2 gives it another name, Delete forgets it.</source>
      <translation>Insérer le bloc. F2 lui donne un autre nom, Suppr l’oublie.</translation>
    </message>
    <message>
      <source>Insert {name}</source>
      <translation>Insérer {name}</translation>
    </message>
    <message>
      <source>Invert the selection</source>
      <translation>Inverser la sélection</translation>
    </message>
    <message>
      <source>Keep as a block</source>
      <translation>Garder comme bloc</translation>
    </message>
    <message>
      <source>Keep this place as {number}</source>
      <translation>Garder cette place comme {number}</translation>
    </message>
    <message>
      <source>Kept as a block: {name}</source>
      <translation>Gardé comme bloc : {name}</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>Kinds of nodes</source>
      <translation>Types de nœuds</translation>
    </message>
    <message>
      <source>Kinds of nodes that fit here</source>
      <translation>Types de nœuds qui conviennent ici</translation>
    </message>
    <message>
      <source>Landscape</source>
      <translation>Paysage</translation>
    </message>
    <message>
      <source>Lay out</source>
      <translation>Disposer</translation>
    </message>
    <message>
      <source>Lay out the new nodes</source>
      <translation>Disposer les nouveaux nœuds</translation>
    </message>
    <message numerus="yes">
      <source>Laying out {n} node(s)…</source>
      <translation>
        <numerusform>Disposition de {n} nœud…</numerusform>
        <numerusform>Disposition de {n} nœuds…</numerusform>
      </translation>
    </message>
    <message>
      <source>Lead elsewhere…</source>
      <translation>Mener ailleurs…</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Make room</source>
      <translation>Faire de la place</translation>
    </message>
    <message>
      <source>Map of the whole graph</source>
      <translation>Plan de tout le graphe</translation>
    </message>
    <message>
      <source>Margin</source>
      <translation>Marge</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Déplacer</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <source>Move left</source>
      <translation>Déplacer à gauche</translation>
    </message>
    <message>
      <source>Move right</source>
      <translation>Déplacer à droite</translation>
    </message>
    <message>
      <source>Move transitions</source>
      <translation>Déplacer des transitions</translation>
    </message>
    <message>
      <source>Move transitions from an output to an output, and from an input to an input.</source>
      <translation>Déplacez des transitions d’une sortie à une sortie, et d’une entrée à une entrée.</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>Déplacé</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Narrower</source>
      <translation>Plus étroit</translation>
    </message>
    <message>
      <source>New keys for the action</source>
      <translation>Nouvelles touches pour l’action</translation>
    </message>
    <message>
      <source>No new node needs another place.</source>
      <translation>Aucun nouveau nœud n’a besoin d’une autre place.</translation>
    </message>
    <message>
      <source>No other port has transitions that may come here.</source>
      <translation>Aucun autre port n’a de transitions qui puissent venir ici.</translation>
    </message>
    <message>
      <source>No path leads from one of these nodes to the other.</source>
      <translation>Aucun chemin ne mène d’un de ces nœuds à l’autre.</translation>
    </message>
    <message>
      <source>Nodes and transitions in the order of the flow</source>
      <translation>Nœuds et transitions dans l’ordre du flux</translation>
    </message>
    <message>
      <source>Not counted yet.</source>
      <translation>Pas encore compté.</translation>
    </message>
    <message>
      <source>Not set up yet</source>
      <translation>Pas encore réglé</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Note: {text}</source>
      <translation>Note : {text}</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>Nothing can be made of these files here.</source>
      <translation>On ne peut rien faire de ces fichiers ici.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Aucun résultat</translation>
    </message>
    <message>
      <source>Nothing further in this direction.</source>
      <translation>Rien de plus dans cette direction.</translation>
    </message>
    <message>
      <source>Nothing in this frame can take the transition.</source>
      <translation>Rien dans ce cadre ne peut recevoir la transition.</translation>
    </message>
    <message>
      <source>Nothing is connected here.</source>
      <translation>Rien n’est relié ici.</translation>
    </message>
    <message>
      <source>Nothing is selected.</source>
      <translation>Rien n’est sélectionné.</translation>
    </message>
    <message>
      <source>Nothing selected</source>
      <translation>Rien de sélectionné</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Numéro</translation>
    </message>
    <message>
      <source>On one page</source>
      <translation>Sur une page</translation>
    </message>
    <message>
      <source>Only a node with an input and an output fits into a transition.</source>
      <translation>Seul un nœud avec une entrée et une sortie se place dans une transition.</translation>
    </message>
    <message>
      <source>Only a node without transitions can be put into one.</source>
      <translation>Seul un nœud sans transition peut être placé dans une autre.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>Open the menu of what the keyboard is at</source>
      <translation>Ouvrir le menu de l’élément courant</translation>
    </message>
    <message>
      <source>Open the table</source>
      <translation>Ouvrir la table</translation>
    </message>
    <message>
      <source>Orientation</source>
      <translation>Orientation</translation>
    </message>
    <message>
      <source>Orthogonal</source>
      <translation>Orthogonal</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Sortie</translation>
    </message>
    <message>
      <source>Out of date: something was edited since.</source>
      <translation>Périmé : une modification a eu lieu depuis.</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Sortie</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Chevauchement</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>Page {number} sur {count}</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Pages</translation>
    </message>
    <message>
      <source>Palette</source>
      <translation>Palette</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>Coller</translation>
    </message>
    <message>
      <source>Peek at the first rows</source>
      <translation>Aperçu des premières lignes</translation>
    </message>
    <message>
      <source>Person {number}</source>
      <translation>Personne {number}</translation>
    </message>
    <message>
      <source>Pictures (*.png);;Scalable pictures (*.svg);;Documents (*.pdf)</source>
      <translation>Images (*.png);;Images vectorielles (*.svg);;Documents (*.pdf)</translation>
    </message>
    <message>
      <source>Place {number} is kept.</source>
      <translation>La place {number} est gardée.</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Places</translation>
    </message>
    <message>
      <source>Population</source>
      <translation>Population</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Portrait</source>
      <translation>Portrait</translation>
    </message>
    <message>
      <source>Press + or {keys} to choose what comes first.</source>
      <translation>Cliquez sur + ou appuyez sur {keys} pour choisir ce qui vient d’abord.</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>Imprimer</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>Impression en cours…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Imprimer…</translation>
    </message>
    <message>
      <source>Purple</source>
      <translation>Violet</translation>
    </message>
    <message>
      <source>Put into the frame</source>
      <translation>Mettre dans le cadre</translation>
    </message>
    <message>
      <source>Put the label back</source>
      <translation>Remettre l’étiquette à sa place</translation>
    </message>
    <message>
      <source>Queued</source>
      <translation>En file</translation>
    </message>
    <message>
      <source>Read the table</source>
      <translation>Lire la table</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>Lecture seule</translation>
    </message>
    <message>
      <source>Reconnect</source>
      <translation>Relier autrement</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rouge</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>Remarques</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Supprimé</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <source>Run states</source>
      <translation>États d’exécution</translation>
    </message>
    <message>
      <source>Run states and remarks</source>
      <translation>États d’exécution et remarques</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>En cours</translation>
    </message>
    <message>
      <source>Running {share} %</source>
      <translation>En cours, {share} %</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <source>Search for a kind of node</source>
      <translation>Rechercher un type de nœud</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Sélection</translation>
    </message>
    <message>
      <source>Select a node first.</source>
      <translation>Sélectionnez d’abord un nœud.</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Tout sélectionner</translation>
    </message>
    <message>
      <source>Select connected</source>
      <translation>Sélectionner ce qui est relié</translation>
    </message>
    <message>
      <source>Select downstream</source>
      <translation>Sélectionner l’aval</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>Ne rien sélectionner</translation>
    </message>
    <message>
      <source>Select or let go of what the keyboard is at</source>
      <translation>Sélectionner ou relâcher l’élément courant</translation>
    </message>
    <message>
      <source>Select several</source>
      <translation>Sélectionner plusieurs</translation>
    </message>
    <message>
      <source>Select the path between</source>
      <translation>Sélectionner le chemin entre les deux</translation>
    </message>
    <message>
      <source>Select the same type</source>
      <translation>Sélectionner le même type</translation>
    </message>
    <message>
      <source>Select upstream</source>
      <translation>Sélectionner l’amont</translation>
    </message>
    <message>
      <source>Select what the frame holds</source>
      <translation>Sélectionner le contenu du cadre</translation>
    </message>
    <message>
      <source>Selected: {part}</source>
      <translation>Sélectionné : {part}</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Sélection</translation>
    </message>
    <message>
      <source>Send to the back</source>
      <translation>Mettre à l’arrière-plan</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Raccourcis</translation>
    </message>
    <message>
      <source>Shorter</source>
      <translation>Moins haut</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>Show or hide the map</source>
      <translation>Montrer ou cacher le plan</translation>
    </message>
    <message>
      <source>Show the selection</source>
      <translation>Montrer la sélection</translation>
    </message>
    <message>
      <source>Show the whole graph</source>
      <translation>Montrer tout le graphe</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Sauté</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Départ</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stopped: not all pages were printed.</source>
      <translation>Arrêté : toutes les pages n’ont pas été imprimées.</translation>
    </message>
    <message>
      <source>Stopped: nothing was written.</source>
      <translation>Arrêté : rien n’a été écrit.</translation>
    </message>
    <message>
      <source>Straighten</source>
      <translation>Redresser</translation>
    </message>
    <message>
      <source>Switch off or on</source>
      <translation>Désactiver ou réactiver</translation>
    </message>
    <message>
      <source>Switched off</source>
      <translation>Désactivé</translation>
    </message>
    <message>
      <source>Switched off: what comes in goes on unchanged.</source>
      <translation>Désactivé : ce qui entre ressort inchangé.</translation>
    </message>
    <message>
      <source>Take in what comes before</source>
      <translation>Prendre aussi ce qui précède</translation>
    </message>
    <message>
      <source>Take in what follows</source>
      <translation>Prendre aussi ce qui suit</translation>
    </message>
    <message>
      <source>Take in what is above</source>
      <translation>Prendre aussi ce qui est au-dessus</translation>
    </message>
    <message>
      <source>Take in what is below</source>
      <translation>Prendre aussi ce qui est au-dessous</translation>
    </message>
    <message>
      <source>Take out of the frame</source>
      <translation>Sortir du cadre</translation>
    </message>
    <message>
      <source>Take over the transitions of…</source>
      <translation>Reprendre les transitions de…</translation>
    </message>
    <message>
      <source>Takes one transition.</source>
      <translation>Accepte une seule transition.</translation>
    </message>
    <message>
      <source>Taller</source>
      <translation>Plus haut</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>Sarcelle</translation>
    </message>
    <message>
      <source>Tell what is known of this</source>
      <translation>Dire ce qui est connu ici</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>The clipboard is empty.</source>
      <translation>Le presse-papiers est vide.</translation>
    </message>
    <message>
      <source>The first {shown} of {count}</source>
      <translation>Début : {shown} sur {count}</translation>
    </message>
    <message>
      <source>The left node has no output, or the right one no input.</source>
      <translation>Le nœud de gauche n’a pas de sortie, ou celui de droite pas d’entrée.</translation>
    </message>
    <message>
      <source>The next one</source>
      <translation>Le suivant</translation>
    </message>
    <message>
      <source>The node is already at this transition.</source>
      <translation>Le nœud est déjà à cette transition.</translation>
    </message>
    <message>
      <source>The one before</source>
      <translation>Le précédent</translation>
    </message>
    <message>
      <source>The printer does not answer.</source>
      <translation>L’imprimante ne répond pas.</translation>
    </message>
    <message>
      <source>The selection</source>
      <translation>La sélection</translation>
    </message>
    <message>
      <source>The whole graph</source>
      <translation>Le graphe entier</translation>
    </message>
    <message>
      <source>There are no remarks.</source>
      <translation>Il n’y a aucune remarque.</translation>
    </message>
    <message>
      <source>There is nothing to draw.</source>
      <translation>Il n’y a rien à dessiner.</translation>
    </message>
    <message>
      <source>These keys belong to: {names}</source>
      <translation>Ces touches appartiennent à : {names}</translation>
    </message>
    <message>
      <source>These two are already connected.</source>
      <translation>Ces deux-là sont déjà reliés.</translation>
    </message>
    <message>
      <source>This graph is locked while it runs. Stop the run to edit it.</source>
      <translation>Ce graphe est verrouillé pendant son exécution. Arrêtez-la pour le modifier.</translation>
    </message>
    <message>
      <source>This input takes one transition only.</source>
      <translation>Cette entrée ne prend qu’une transition.</translation>
    </message>
    <message>
      <source>This input takes one transition only. Remove the present one first.</source>
      <translation>Cette entrée ne prend qu’une transition. Retirez d’abord celle qui y est.</translation>
    </message>
    <message>
      <source>This is how it would look. Enter or a click keeps it, Esc gives the old places back.</source>
      <translation>Voilà ce que cela donnerait. Entrée ou un clic le garde, Échap rend les anciennes places.</translation>
    </message>
    <message>
      <source>This is no longer there.</source>
      <translation>Ceci n’est plus là.</translation>
    </message>
    <message>
      <source>This is too large for the clipboard. Select a part of it, or write it to a file.</source>
      <translation>C’est trop grand pour le presse-papiers. Sélectionnez-en une partie, ou enregistrez l’image dans un fichier.</translation>
    </message>
    <message>
      <source>This kind of node is unknown here.</source>
      <translation>Ce type de nœud est inconnu ici.</translation>
    </message>
    <message>
      <source>This kind of node is unknown here. It is kept as it is.</source>
      <translation>Ce type de nœud est inconnu ici. Il est conservé tel quel.</translation>
    </message>
    <message>
      <source>This node has no input.</source>
      <translation>Ce nœud n’a pas d’entrée.</translation>
    </message>
    <message>
      <source>This node has no output.</source>
      <translation>Ce nœud n’a pas de sortie.</translation>
    </message>
    <message>
      <source>This node is no longer there.</source>
      <translation>Ce nœud n’est plus là.</translation>
    </message>
    <message>
      <source>This transition is no longer there.</source>
      <translation>Cette transition n’est plus là.</translation>
    </message>
    <message>
      <source>This would make a circle: the flow must not come back to where it was.</source>
      <translation>Cela ferait un cercle : le flux ne doit pas revenir là où il était.</translation>
    </message>
    <message>
      <source>Transition</source>
      <translation>Transition</translation>
    </message>
    <message>
      <source>Transition from {source} to {target}</source>
      <translation>Transition de {source} à {target}</translation>
    </message>
    <message>
      <source>Transition from {source}, open</source>
      <translation>Transition de {source}, ouverte</translation>
    </message>
    <message>
      <source>Try a layout</source>
      <translation>Essayer une disposition</translation>
    </message>
    <message>
      <source>Turn the layout</source>
      <translation>Tourner la disposition</translation>
    </message>
    <message>
      <source>Turn the layout: across or down</source>
      <translation>Tourner la disposition : en largeur ou en hauteur</translation>
    </message>
    <message>
      <source>Type it</source>
      <translation>Le taper</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Undone: {step}</source>
      <translation>Annulé : {step}</translation>
    </message>
    <message>
      <source>Use these keys</source>
      <translation>Utiliser ces touches</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Affichage</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>En attente</translation>
    </message>
    <message>
      <source>Walk</source>
      <translation>Parcourir</translation>
    </message>
    <message>
      <source>What comes next?</source>
      <translation>Qu’est-ce qui vient ensuite ?</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
      <source>What is seen now</source>
      <translation>Ce qui est visible</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <source>Which one? Type its number or a part of its name</source>
      <translation>Laquelle ? Tapez son numéro ou une partie de son nom</translation>
    </message>
    <message>
      <source>Whole graph</source>
      <translation>Tout le graphe</translation>
    </message>
    <message>
      <source>Wider</source>
      <translation>Plus large</translation>
    </message>
    <message>
      <source>Width and colour by population</source>
      <translation>Largeur et couleur selon la population</translation>
    </message>
    <message>
      <source>Write a picture</source>
      <translation>Enregistrer une image</translation>
    </message>
    <message>
      <source>Write a picture…</source>
      <translation>Enregistrer une image…</translation>
    </message>
    <message>
      <source>Write down the name in a note</source>
      <translation>Écrire le nom dans une note</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Enregistré : {path}</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Agrandir</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Réduire</translation>
    </message>
    <message>
      <source>about {number}</source>
      <translation>environ {number}</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>et {count} de plus</translation>
    </message>
    <message>
      <source>being counted</source>
      <translation>en cours de comptage</translation>
    </message>
    <message>
      <source>collapsed</source>
      <translation>replié</translation>
    </message>
    <message>
      <source>count failed</source>
      <translation>échec du comptage</translation>
    </message>
    <message>
      <source>graph</source>
      <translation>graphe</translation>
    </message>
    <message>
      <source>leads to {names}</source>
      <translation>mène à {names}</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>aucune différence</translation>
    </message>
    <message>
      <source>nothing follows</source>
      <translation>rien ne suit</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>encore rien</translation>
    </message>
    <message>
      <source>out of date</source>
      <translation>périmé</translation>
    </message>
    <message>
      <source>row {row}, column {column}</source>
      <translation>ligne {row}, colonne {column}</translation>
    </message>
    <message>
      <source>switched off</source>
      <translation>désactivé</translation>
    </message>
    <message>
      <source>the graph as it was opened</source>
      <translation>le graphe tel qu’il a été ouvert</translation>
    </message>
    <message>
      <source>{action}: {step}</source>
      <translation>{action} : {step}</translation>
    </message>
    <message>
      <source>{count} added</source>
      <translation>ajouts : {count}</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>modifications : {count}</translation>
    </message>
    <message>
      <source>{count} in</source>
      <translation>{count} en entrée</translation>
    </message>
    <message>
      <source>{count} moved</source>
      <translation>déplacements : {count}</translation>
    </message>
    <message>
      <source>{count} out</source>
      <translation>{count} en sortie</translation>
    </message>
    <message>
      <source>{count} removed</source>
      <translation>suppressions : {count}</translation>
    </message>
    <message>
      <source>{keys} is shared by {names}, so it does nothing.</source>
      <translation>{keys} est partagé par {names} et ne fait donc rien.</translation>
    </message>
    <message>
      <source>{low} and more</source>
      <translation>{low} et plus</translation>
    </message>
    <message>
      <source>{move} by five</source>
      <translation>{move}, de cinq</translation>
    </message>
    <message>
      <source>{name}: {before} → {after}</source>
      <translation>{name} : {before} → {after}</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} sur {count}</translation>
    </message>
    <message>
      <source>{number}, being counted</source>
      <translation>{number}, en cours de comptage</translation>
    </message>
    <message>
      <source>{number}, out of date</source>
      <translation>{number}, périmé</translation>
    </message>
    <message numerus="yes">
      <source>{n} count(s) updated</source>
      <translation>
        <numerusform>{n} nombre mis à jour</numerusform>
        <numerusform>{n} nombres mis à jour</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} found</source>
      <translation>
        <numerusform>{n} trouvé</numerusform>
        <numerusform>{n} trouvés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} node(s)</source>
      <translation>
        <numerusform>{n} nœud</numerusform>
        <numerusform>{n} nœuds</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} node(s) (is|are) of a kind that is unknown here, and kept as (it is|they are).</source>
      <translation>
        <numerusform>{n} nœud est d’un type inconnu ici. Il est conservé tel quel.</numerusform>
        <numerusform>{n} nœuds sont d’un type inconnu ici. Ils sont conservés tels quels.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} node(s) selected</source>
      <translation>
        <numerusform>{n} nœud sélectionné</numerusform>
        <numerusform>{n} nœuds sélectionnés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} part(s) selected</source>
      <translation>
        <numerusform>{n} élément sélectionné</numerusform>
        <numerusform>{n} éléments sélectionnés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} remark(s)</source>
      <translation>
        <numerusform>{n} remarque</numerusform>
        <numerusform>{n} remarques</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} remark(s): {sentences}</source>
      <translation>
        <numerusform>{n} remarque : {sentences}</numerusform>
        <numerusform>{n} remarques : {sentences}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} transition(s)</source>
      <translation>
        <numerusform>{n} transition</numerusform>
        <numerusform>{n} transitions</numerusform>
      </translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}</source>
      <translation>{path} ne peut pas être écrit : {reason}</translation>
    </message>
    <message>
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <source>{share} % of entry</source>
      <translation>{share} % de l’entrée</translation>
    </message>
    <message>
      <source>{share} of the entry</source>
      <translation>{share} de l’entrée</translation>
    </message>
    <message>
      <source>{share} of the step before</source>
      <translation>{share} de l’étape précédente</translation>
    </message>
    <message>
      <source>{title} and {count} more</source>
      <translation>{title} et {count} de plus</translation>
    </message>
  </context>
  <context>
    <name>engine</name>
    <message>
      <source>"{text}"</source>
      <translation>« {text} »</translation>
    </message>
    <message>
      <source>'Not in program' takes the person out.</source>
      <translation>« Not in program » retire la personne.</translation>
    </message>
    <message>
      <source>'{text}'</source>
      <translation>« {text} »</translation>
    </message>
    <message>
      <source>+10 adds, -5 takes away, =50 sets.</source>
      <translation>+10 ajoute, -5 retire, =50 fixe.</translation>
    </message>
    <message>
      <source>,</source>
      <translation>,</translation>
    </message>
    <message>
      <source>-1, 0 or 1.</source>
      <translation>-1, 0 ou 1.</translation>
    </message>
    <message>
      <source>-1, 0 or 1: whether the first moment is earlier, equal or later.</source>
      <translation>-1, 0 ou 1 : selon que le premier moment est antérieur, égal ou postérieur.</translation>
    </message>
    <message>
      <source>.</source>
      <translation>.</translation>
    </message>
    <message>
      <source>0 1</source>
      <translation>0 ou 1</translation>
    </message>
    <message>
      <source>0 keeps all of them.</source>
      <translation>0 les garde tous.</translation>
    </message>
    <message>
      <source>0 keeps all, 1 one per record.</source>
      <translation>0 les garde tous, 1 en garde un par enregistrement.</translation>
    </message>
    <message>
      <source>0 remembers forever.</source>
      <translation>0 se souvient pour toujours.</translation>
    </message>
    <message>
      <source>1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>1 to 5, or -1 for the last.</source>
      <translation>De 1 à 5, ou -1 pour le dernier.</translation>
    </message>
    <message>
      <source>@{path} is an attribute of people; a test looks at the population as a whole.</source>
      <translation>@{path} est un attribut des personnes ; un test considère la population dans son ensemble.</translation>
    </message>
    <message>
      <source>A band has no name.</source>
      <translation>Une tranche n’a pas de nom.</translation>
    </message>
    <message>
      <source>A branch of Case.</source>
      <translation>Une branche de Case.</translation>
    </message>
    <message>
      <source>A campaign cannot signal itself.</source>
      <translation>Une campagne ne peut pas s’envoyer de signal à elle-même.</translation>
    </message>
    <message>
      <source>A campaign that runs once is confirmed by hand before it sends; a recurring one never is.</source>
      <translation>Une campagne qui ne s’exécute qu’une fois est confirmée à la main avant l’envoi ; une campagne récurrente ne l’est jamais.</translation>
    </message>
    <message>
      <source>A column of the rows that enter.</source>
      <translation>Une colonne des lignes qui entrent.</translation>
    </message>
    <message>
      <source>A comparison with null is never true.</source>
      <translation>Une comparaison avec null n’est jamais vraie.</translation>
    </message>
    <message>
      <source>A condition as an expression.</source>
      <translation>Une condition, écrite comme une expression.</translation>
    </message>
    <message>
      <source>A condition on {whom} cannot ask about {kind} here.</source>
      <translation>Une condition sur {whom} ne peut pas porter ici sur {kind}.</translation>
    </message>
    <message>
      <source>A date</source>
      <translation>Une date</translation>
    </message>
    <message>
      <source>A date-time without a zone, taken as wall time in the campaign's own.</source>
      <translation>Une date et heure sans fuseau, prise comme heure locale dans le fuseau de la campagne.</translation>
    </message>
    <message>
      <source>A dimension that the rows came from.</source>
      <translation>Une dimension d’où viennent les lignes.</translation>
    </message>
    <message>
      <source>A document holds a graph and its settings, never data.</source>
      <translation>Un document contient un graphe et ses réglages, jamais des données.</translation>
    </message>
    <message>
      <source>A draft is not archived.</source>
      <translation>Un brouillon ne s’archive pas.</translation>
    </message>
    <message>
      <source>A duplicate of a row that was kept</source>
      <translation>Doublon d’une ligne gardée</translation>
    </message>
    <message>
      <source>A file of the workspace could not be read or written.</source>
      <translation>Un fichier de l’espace de travail n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
      <source>A fixed-width file needs the width of every column.</source>
      <translation>Un fichier à largeur fixe demande la largeur de chaque colonne.</translation>
    </message>
    <message>
      <source>A folder sends no signal.</source>
      <translation>Un dossier n’envoie pas de signal.</translation>
    </message>
    <message>
      <source>A frozen instant; without it, the moment it was opened.</source>
      <translation>Un instant fixe ; sans lui, celui de l’ouverture.</translation>
    </message>
    <message>
      <source>A generated company would take their place.</source>
      <translation>Une entreprise générée prendrait leur place.</translation>
    </message>
    <message>
      <source>A journey is not deleted while it is {status}.</source>
      <translation>Un parcours ne se supprime pas à l’état {status}.</translation>
    </message>
    <message>
      <source>A journey is rehearsed as it is designed; it is not test-run.</source>
      <translation>Un parcours se répète pendant sa conception ; il n’a pas d’exécution de test.</translation>
    </message>
    <message>
      <source>A journey moves forward only; re-entry lets accounts pass again.</source>
      <translation>Un parcours ne fait qu’avancer ; la nouvelle entrée laisse les comptes repasser.</translation>
    </message>
    <message>
      <source>A journey needs a name of at most 180 characters.</source>
      <translation>Un parcours a besoin d’un nom de 180 caractères au plus.</translation>
    </message>
    <message>
      <source>A journey needs one to be published.</source>
      <translation>Il en faut une pour publier un parcours.</translation>
    </message>
    <message numerus="yes">
      <source>A later load changed the same records, in number: {n}.</source>
      <translation>
        <numerusform>Un chargement ultérieur a modifié les mêmes enregistrements, au nombre de {n}.</numerusform>
        <numerusform>Un chargement ultérieur a modifié les mêmes enregistrements, au nombre de {n}.</numerusform>
      </translation>
    </message>
    <message>
      <source>A later load changed the same table.</source>
      <translation>Un chargement postérieur a modifié la même table.</translation>
    </message>
    <message>
      <source>A line holds a name, a start and an end.</source>
      <translation>Une ligne contient un nom, un début et une fin.</translation>
    </message>
    <message>
      <source>A line of the text, the first being 1.</source>
      <translation>Une ligne du texte, la première étant 1.</translation>
    </message>
    <message>
      <source>A link of the e-mail leads nowhere.</source>
      <translation>Un lien de l’e-mail ne mène nulle part.</translation>
    </message>
    <message>
      <source>A list</source>
      <translation>Une liste</translation>
    </message>
    <message>
      <source>A live account journey.</source>
      <translation>Un parcours de comptes actif.</translation>
    </message>
    <message>
      <source>A live person journey.</source>
      <translation>Un parcours de personnes actif.</translation>
    </message>
    <message>
      <source>A live static account list.</source>
      <translation>Une liste statique de comptes, active.</translation>
    </message>
    <message>
      <source>A live static list with a destination.</source>
      <translation>Une liste statique active, avec une destination.</translation>
    </message>
    <message>
      <source>A live static people list.</source>
      <translation>Une liste statique de personnes, active.</translation>
    </message>
    <message>
      <source>A merge needs at least two paths.</source>
      <translation>Une fusion demande au moins deux branches.</translation>
    </message>
    <message>
      <source>A moment brought down to a multiple of seconds.</source>
      <translation>Un moment ramené à un multiple de secondes.</translation>
    </message>
    <message>
      <source>A moment in UTC as wall time in a zone, brought down to a multiple of seconds.</source>
      <translation>Un moment en UTC, en heure locale d’un fuseau, ramené à un multiple de secondes.</translation>
    </message>
    <message>
      <source>A moment in UTC as wall time in a zone.</source>
      <translation>Un moment en UTC, en heure locale d’un fuseau.</translation>
    </message>
    <message>
      <source>A name is missing.</source>
      <translation>Un nom manque.</translation>
    </message>
    <message>
      <source>A newer version of Jalon wrote this bundle (format {written}; this one reads up to {format}).</source>
      <translation>Une version plus récente de Jalon a écrit ce lot (format {written} ; celle-ci lit jusqu’à {format}).</translation>
    </message>
    <message>
      <source>A newer version wrote it (format {written}; this one knows up to {format}).</source>
      <translation>Une version plus récente l’a écrit (format {written} ; celle-ci connaît jusqu’à {format}).</translation>
    </message>
    <message>
      <source>A number</source>
      <translation>Un nombre</translation>
    </message>
    <message>
      <source>A number became too large for its type.</source>
      <translation>Un nombre est devenu trop grand pour son type.</translation>
    </message>
    <message>
      <source>A number from 0 up to 1 that stays the same for the row and the campaign's seed.</source>
      <translation>Un nombre de 0 à 1, toujours le même pour la ligne et la graine de la campagne.</translation>
    </message>
    <message>
      <source>A number of accounts, or a share below 1.</source>
      <translation>Un nombre de comptes, ou une part inférieure à 1.</translation>
    </message>
    <message>
      <source>A parenthesis is not closed</source>
      <translation>Une parenthèse n’est pas fermée</translation>
    </message>
    <message>
      <source>A part stands twice in the bundle.</source>
      <translation>Une partie figure deux fois dans le lot.</translation>
    </message>
    <message>
      <source>A path for accounts that match none.</source>
      <translation>Un chemin pour les comptes qui ne correspondent à aucun.</translation>
    </message>
    <message>
      <source>A path for people who match none.</source>
      <translation>Un chemin pour les personnes qui ne correspondent à aucun.</translation>
    </message>
    <message>
      <source>A path from the target, or from the secondary record; empty takes the dimension's own.</source>
      <translation>Un chemin depuis la cible ou l’enregistrement secondaire ; vide, celui de la dimension.</translation>
    </message>
    <message>
      <source>A path in the other set.</source>
      <translation>Un chemin dans l’autre ensemble.</translation>
    </message>
    <message>
      <source>A path in the primary set.</source>
      <translation>Un chemin dans l’ensemble principal.</translation>
    </message>
    <message>
      <source>A path such as city or product/label.</source>
      <translation>Un chemin tel que city ou product/label.</translation>
    </message>
    <message>
      <source>A pause was asked for.</source>
      <translation>Une pause a été demandée.</translation>
    </message>
    <message>
      <source>A placeholder of the template is empty.</source>
      <translation>Un emplacement du modèle est vide.</translation>
    </message>
    <message>
      <source>A program cannot stand under itself.</source>
      <translation>Un programme ne peut pas être placé sous lui-même.</translation>
    </message>
    <message>
      <source>A published campaign takes at most one signal an hour.</source>
      <translation>Une campagne publiée accepte au plus un signal par heure.</translation>
    </message>
    <message>
      <source>A quote in it is not closed, or it holds a name without end.</source>
      <translation>Un guillemet n’y est pas fermé, ou un nom y est sans fin.</translation>
    </message>
    <message>
      <source>A quote that opens on line {first} is never closed.</source>
      <translation>Un guillemet ouvert à la ligne {first} n’est jamais fermé.</translation>
    </message>
    <message>
      <source>A role has no name.</source>
      <translation>Un rôle n’a pas de nom.</translation>
    </message>
    <message>
      <source>A saved audience.</source>
      <translation>Une audience enregistrée.</translation>
    </message>
    <message numerus="yes">
      <source>A service cannot have {n} minute(s).</source>
      <translation>
        <numerusform>Un service ne peut pas avoir {n} minute.</numerusform>
        <numerusform>Un service ne peut pas avoir {n} minutes.</numerusform>
      </translation>
    </message>
    <message>
      <source>A service that chooses a path answers no accessor.</source>
      <translation>Un service qui choisit un chemin ne répond à aucun accesseur.</translation>
    </message>
    <message>
      <source>A signature needs a name of 1 to {most_name} characters.</source>
      <translation>Une signature demande un nom de 1 à {most_name} caractères.</translation>
    </message>
    <message>
      <source>A stage has no name.</source>
      <translation>Une étape n’a pas de nom.</translation>
    </message>
    <message>
      <source>A statement is not understood</source>
      <translation>Une instruction n’est pas comprise</translation>
    </message>
    <message>
      <source>A table has one source, so that nothing is loaded twice.</source>
      <translation>Une table a une seule source, pour que rien ne soit chargé deux fois.</translation>
    </message>
    <message>
      <source>A test run is under way.</source>
      <translation>Une exécution de test est en cours.</translation>
    </message>
    <message>
      <source>A test run stops at the first message of each path.</source>
      <translation>Une exécution de test s’arrête au premier message de chaque chemin.</translation>
    </message>
    <message>
      <source>A text</source>
      <translation>Un texte</translation>
    </message>
    <message>
      <source>A text holds half of a character</source>
      <translation>Un texte contient une moitié de caractère</translation>
    </message>
    <message>
      <source>A text read as a date-time; empty if it is none.</source>
      <translation>Un texte lu comme date et heure ; vide si ce n’en est pas une.</translation>
    </message>
    <message>
      <source>A text, or the name of a variable as $(vars/@name).</source>
      <translation>Un texte, ou le nom d’une variable écrit $(vars/@nom).</translation>
    </message>
    <message>
      <source>A time of day</source>
      <translation>Une heure</translation>
    </message>
    <message>
      <source>A value could not be converted to the type that this step needs.</source>
      <translation>Une valeur n’a pas pu être convertie dans le type dont cette étape a besoin.</translation>
    </message>
    <message>
      <source>A value is missing before {token}.</source>
      <translation>Une valeur manque avant {token}.</translation>
    </message>
    <message>
      <source>A value is required.</source>
      <translation>Une valeur est obligatoire.</translation>
    </message>
    <message>
      <source>A variant split has {least_paths} to {most_paths} paths of 1 to 99 %.</source>
      <translation>Une répartition en variantes a de {least_paths} à {most_paths} chemins de 1 à 99 %.</translation>
    </message>
    <message>
      <source>A workspace keeps its counts, its drafts and who has it open in its folder.</source>
      <translation>Un espace de travail garde dans son dossier ses nombres, ses brouillons et qui l’a ouvert.</translation>
    </message>
    <message>
      <source>A {frequency} rule cannot reset every {every}.</source>
      <translation>Une règle « {frequency} » ne peut pas se remettre à zéro toutes les {every} unités.</translation>
    </message>
    <message>
      <source>A {name} cannot stand in a document</source>
      <translation>Une valeur {name} ne peut pas figurer dans un document</translation>
    </message>
    <message>
      <source>A {type} journey does not know whom that means.</source>
      <translation>Un parcours de type {type} ne sait pas qui cela désigne.</translation>
    </message>
    <message>
      <source>Abort and delete it first.</source>
      <translation>Abandonnez-le et supprimez-le d’abord.</translation>
    </message>
    <message>
      <source>Abort it first.</source>
      <translation>Abandonnez-le d’abord.</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Sujet</translation>
    </message>
    <message>
      <source>Account</source>
      <translation>Compte</translation>
    </message>
    <message>
      <source>Account ID</source>
      <translation>Identifiant du compte</translation>
    </message>
    <message>
      <source>Account audience</source>
      <translation>Audience de comptes</translation>
    </message>
    <message>
      <source>Account data value changed</source>
      <translation>Donnée de compte modifiée</translation>
    </message>
    <message>
      <source>Account had interesting moment</source>
      <translation>Moment intéressant du compte</translation>
    </message>
    <message>
      <source>Account interesting moment</source>
      <translation>Moment intéressant du compte</translation>
    </message>
    <message>
      <source>Account journeys do not recur: they are evaluated every day.</source>
      <translation>Les parcours de comptes ne se répètent pas : ils sont évalués chaque jour.</translation>
    </message>
    <message>
      <source>Account list</source>
      <translation>Liste de comptes</translation>
    </message>
    <message>
      <source>Account name</source>
      <translation>Nom du compte</translation>
    </message>
    <message>
      <source>Account or person ID</source>
      <translation>Identifiant du compte ou de la personne</translation>
    </message>
    <message>
      <source>Account person</source>
      <translation>Personne du compte</translation>
    </message>
    <message>
      <source>Account phone number</source>
      <translation>Téléphone du compte</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Comptes</translation>
    </message>
    <message>
      <source>Accounts at each step</source>
      <translation>Comptes à chaque étape</translation>
    </message>
    <message>
      <source>Accounts that completed, by day.</source>
      <translation>Comptes arrivés au bout, par jour.</translation>
    </message>
    <message>
      <source>Accounts that match no path leave the journey.</source>
      <translation>Les comptes qui ne suivent aucun chemin quittent le parcours.</translation>
    </message>
    <message>
      <source>Accounts, or people: then the accounts that at least one of them belongs to.</source>
      <translation>Des comptes, ou des personnes : alors les comptes dont au moins une fait partie.</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <source>Action on</source>
      <translation>Action sur</translation>
    </message>
    <message>
      <source>Activate the list to a destination.</source>
      <translation>Activez la liste vers une destination.</translation>
    </message>
    <message>
      <source>Activate to destination</source>
      <translation>Activer vers une destination</translation>
    </message>
    <message>
      <source>Active from</source>
      <translation>Actif depuis</translation>
    </message>
    <message>
      <source>Active journeys</source>
      <translation>Parcours actifs</translation>
    </message>
    <message>
      <source>Active until</source>
      <translation>Actif jusqu’à</translation>
    </message>
    <message>
      <source>Activities</source>
      <translation>Activités</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Activité</translation>
    </message>
    <message>
      <source>Activity ID</source>
      <translation>Identifiant de l’activité</translation>
    </message>
    <message>
      <source>Actual close date</source>
      <translation>Date de clôture réelle</translation>
    </message>
    <message>
      <source>Add a ' at its end; a quote inside is written twice ('').</source>
      <translation>Ajoutez ' à la fin ; un guillemet à l’intérieur s’écrit deux fois ('').</translation>
    </message>
    <message>
      <source>Add a column.</source>
      <translation>Ajoutez une colonne.</translation>
    </message>
    <message>
      <source>Add a condition, or switch off the automatic assignment.</source>
      <translation>Ajoutez une condition, ou désactivez l’affectation automatique.</translation>
    </message>
    <message>
      <source>Add a condition, unless you mean everybody.</source>
      <translation>Ajoutez une condition, sauf si vous visez tout le monde.</translation>
    </message>
    <message>
      <source>Add a field to compare, or choose one row per match.</source>
      <translation>Ajoutez un champ à comparer, ou choisissez une ligne par correspondance.</translation>
    </message>
    <message>
      <source>Add a field.</source>
      <translation>Ajoutez un champ.</translation>
    </message>
    <message>
      <source>Add a filter.</source>
      <translation>Ajoutez un filtre.</translation>
    </message>
    <message>
      <source>Add a link between their tables.</source>
      <translation>Ajoutez un lien entre leurs tables.</translation>
    </message>
    <message>
      <source>Add a pair of fields, or a condition that mentions a column of the rows as source/….</source>
      <translation>Ajoutez une paire de champs, ou une condition qui cite une colonne des lignes sous la forme source/….</translation>
    </message>
    <message>
      <source>Add a pair of fields.</source>
      <translation>Ajoutez une paire de champs.</translation>
    </message>
    <message>
      <source>Add a path.</source>
      <translation>Ajoutez un chemin.</translation>
    </message>
    <message>
      <source>Add a role of your own.</source>
      <translation>Ajoutez votre propre rôle.</translation>
    </message>
    <message>
      <source>Add a segment.</source>
      <translation>Ajoutez un segment.</translation>
    </message>
    <message>
      <source>Add a time.</source>
      <translation>Ajoutez une heure.</translation>
    </message>
    <message>
      <source>Add a value.</source>
      <translation>Ajoutez une valeur.</translation>
    </message>
    <message>
      <source>Add account to (other) journey</source>
      <translation>Ajouter le compte à un (autre) parcours</translation>
    </message>
    <message>
      <source>Add an API key, OAuth2 or HTTP Basic.</source>
      <translation>Ajoutez une clé d’API, OAuth2 ou HTTP Basic.</translation>
    </message>
    <message>
      <source>Add an attribute.</source>
      <translation>Ajoutez un attribut.</translation>
    </message>
    <message>
      <source>Add an exclusion rule.</source>
      <translation>Ajoutez une règle d’exclusion.</translation>
    </message>
    <message>
      <source>Add at least one constraint.</source>
      <translation>Ajoutez au moins une contrainte.</translation>
    </message>
    <message>
      <source>Add at least one role card.</source>
      <translation>Ajoutez au moins une fiche de rôle.</translation>
    </message>
    <message>
      <source>Add attributes, linked records and totals to each row.</source>
      <translation>Ajouter des attributs, des enregistrements liés et des totaux à chaque ligne.</translation>
    </message>
    <message>
      <source>Add it.</source>
      <translation>Ajoutez-le.</translation>
    </message>
    <message>
      <source>Add one.</source>
      <translation>Ajoutez-en une.</translation>
    </message>
    <message>
      <source>Add or remove paths, or change the percentages.</source>
      <translation>Ajoutez ou retirez des chemins, ou changez les pourcentages.</translation>
    </message>
    <message>
      <source>Add person to (other) journey</source>
      <translation>Ajouter la personne à un (autre) parcours</translation>
    </message>
    <message>
      <source>Add system.unsubscribeLink in double braces, or make it operational.</source>
      <translation>Ajoutez system.unsubscribeLink entre doubles accolades, ou rendez-le opérationnel.</translation>
    </message>
    <message>
      <source>Add the account to an audience of an advertising service.</source>
      <translation>Ajouter le compte à une audience d’un service publicitaire.</translation>
    </message>
    <message>
      <source>Add the one that is called.</source>
      <translation>Ajoutez celui qui est appelé.</translation>
    </message>
    <message>
      <source>Add the person to a static list, and to the destinations where the list is active.</source>
      <translation>Ajouter la personne à une liste statique, et aux destinations où la liste est active.</translation>
    </message>
    <message>
      <source>Add the tables of accounts first.</source>
      <translation>Ajoutez d’abord les tables des comptes.</translation>
    </message>
    <message>
      <source>Add to Marketo list</source>
      <translation>Ajouter à une liste Marketo</translation>
    </message>
    <message>
      <source>Add to Marketo request campaign</source>
      <translation>Ajouter à une campagne à la demande Marketo</translation>
    </message>
    <message>
      <source>Add to a score of the person, take from it, or set it.</source>
      <translation>Ajouter à un score de la personne, en retirer, ou le fixer.</translation>
    </message>
    <message>
      <source>Add to account list</source>
      <translation>Ajouter à une liste de comptes</translation>
    </message>
    <message>
      <source>Add to external customer audience</source>
      <translation>Ajouter à une audience externe</translation>
    </message>
    <message>
      <source>Add to list</source>
      <translation>Ajouter à une liste</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ajouté</translation>
    </message>
    <message>
      <source>Added by</source>
      <translation>Ajouté par</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Address postal code</source>
      <translation>Code postal</translation>
    </message>
    <message>
      <source>Address region</source>
      <translation>Région</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avancée</translation>
    </message>
    <message>
      <source>Advanced conditions</source>
      <translation>Conditions avancées</translation>
    </message>
    <message>
      <source>Advanced join</source>
      <translation>Jointure avancée</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>After 'is' comes 'null' or 'not null'.</source>
      <translation>Après « is » vient « null » ou « not null ».</translation>
    </message>
    <message>
      <source>After 'like' comes a text in quotes, in which % stands for anything.</source>
      <translation>Après « like » vient un texte entre guillemets, où % remplace n’importe quoi.</translation>
    </message>
    <message>
      <source>After @ comes the name of an attribute.</source>
      <translation>Après @ vient le nom d’un attribut.</translation>
    </message>
    <message>
      <source>Aggregated data</source>
      <translation>Données agrégées</translation>
    </message>
    <message>
      <source>Alert</source>
      <translation>Alerte</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <source>All of them must be equal.</source>
      <translation>Tous doivent être égaux.</translation>
    </message>
    <message>
      <source>All subsets in one output</source>
      <translation>Tous les sous-ensembles dans une sortie</translation>
    </message>
    <message>
      <source>Allow a transition to it.</source>
      <translation>Autorisez une transition vers elle.</translation>
    </message>
    <message>
      <source>Allow a transition towards it.</source>
      <translation>Autorisez une transition qui y conduise.</translation>
    </message>
    <message>
      <source>Allow at least one transition.</source>
      <translation>Autorisez au moins une transition.</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Autorisé</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>Montant</translation>
    </message>
    <message numerus="yes">
      <source>An Excel sheet holds at most {n} row(s).</source>
      <translation>
        <numerusform>Une feuille Excel contient au plus {n} ligne.</numerusform>
        <numerusform>Une feuille Excel contient au plus {n} lignes.</numerusform>
      </translation>
    </message>
    <message>
      <source>An account is at one place at a time.</source>
      <translation>Un compte n’est qu’à un endroit à la fois.</translation>
    </message>
    <message>
      <source>An aggregate over the rows that share PartitionBy; with OrderBy, over those up to this one.</source>
      <translation>Un agrégat des lignes de même PartitionBy ; avec OrderBy, de celles allant jusqu’à la ligne courante.</translation>
    </message>
    <message>
      <source>An approved e-mail of Marketo Engage.</source>
      <translation>Un e-mail approuvé de Marketo Engage.</translation>
    </message>
    <message>
      <source>An attribute of the dimension.</source>
      <translation>Un attribut de la dimension.</translation>
    </message>
    <message>
      <source>An audience from a file lasts 1 to {most} days, not {days}.</source>
      <translation>Une audience issue d’un fichier dure de 1 à {most} jours, et non {days}.</translation>
    </message>
    <message>
      <source>An audience is read from at most {most} columns; these are {columns}.</source>
      <translation>Une audience se lit depuis {most} colonnes au plus ; il y en a ici {columns}.</translation>
    </message>
    <message>
      <source>An audience travels with its members or without them.</source>
      <translation>Une audience voyage avec ses membres ou sans eux.</translation>
    </message>
    <message>
      <source>An expression, such as @points + 10.</source>
      <translation>Une expression, telle que @points + 10.</translation>
    </message>
    <message>
      <source>An id that stays the same for the row and the campaign's seed.</source>
      <translation>Un identifiant toujours le même pour la ligne et la graine de la campagne.</translation>
    </message>
    <message>
      <source>And-join</source>
      <translation>Jointure</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Anniversaire</translation>
    </message>
    <message>
      <source>Annual revenue</source>
      <translation>Chiffre d’affaires annuel</translation>
    </message>
    <message>
      <source>Another audience has the external id {name}.</source>
      <translation>Une autre audience a l’identifiant externe {name}.</translation>
    </message>
    <message>
      <source>Another audience is called {part} here.</source>
      <translation>Une autre audience s’appelle {part} ici.</translation>
    </message>
    <message>
      <source>Another campaign already saves an audience called {label}.</source>
      <translation>Une autre campagne enregistre déjà une audience appelée {label}.</translation>
    </message>
    <message>
      <source>Another one that is here is meant instead; the documents are written anew with its name.</source>
      <translation>Un autre, présent ici, est pris à sa place ; les documents sont réécrits avec son nom.</translation>
    </message>
    <message>
      <source>Another row of the same record was kept</source>
      <translation>Une autre ligne du même enregistrement a été gardée</translation>
    </message>
    <message>
      <source>Another run of this campaign began, so this one cannot be continued.</source>
      <translation>Une autre exécution de cette campagne a commencé : celle-ci ne peut pas être continuée.</translation>
    </message>
    <message>
      <source>Another {title} is called {shown} here; it is meant wherever the bundle names it.</source>
      <translation>Un autre objet ({title}) s’appelle {shown} ici ; c’est lui que le lot désigne partout.</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Au moins un</translation>
    </message>
    <message>
      <source>Append</source>
      <translation>Compléter</translation>
    </message>
    <message>
      <source>Append the time to the name</source>
      <translation>Ajouter l’heure au nom</translation>
    </message>
    <message>
      <source>Append the time to the name, or move the file away.</source>
      <translation>Ajoutez l’heure au nom, ou déplacez le fichier.</translation>
    </message>
    <message>
      <source>Approve it, or choose another.</source>
      <translation>Approuvez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Approve or delete it first.</source>
      <translation>Approuvez-le ou supprimez-le d’abord.</translation>
    </message>
    <message>
      <source>Archive it instead.</source>
      <translation>Archivez-le plutôt.</translation>
    </message>
    <message>
      <source>Archive these campaigns, or let them read another audience.</source>
      <translation>Archivez ces campagnes, ou faites-leur lire une autre audience.</translation>
    </message>
    <message>
      <source>As a number with decimals; empty for a text that is none.</source>
      <translation>En nombre décimal ; vide pour un texte qui n’est pas un nombre.</translation>
    </message>
    <message>
      <source>As of {as_of}.</source>
      <translation>Au {as_of}.</translation>
    </message>
    <message>
      <source>As soon as possible</source>
      <translation>Dès que possible</translation>
    </message>
    <message>
      <source>As the sample file is laid out.</source>
      <translation>Comme le fichier d’exemple.</translation>
    </message>
    <message>
      <source>Ask a request campaign of Marketo Engage to take the person.</source>
      <translation>Demander à une campagne à la demande de Marketo Engage de prendre la personne.</translation>
    </message>
    <message>
      <source>Ask another approver.</source>
      <translation>Demandez à un autre approbateur.</translation>
    </message>
    <message>
      <source>Ask for 1 or more.</source>
      <translation>Demandez 1 ou plus.</translation>
    </message>
    <message>
      <source>Ask for 1 up to 2 billion.</source>
      <translation>Demandez de 1 à 2 milliards.</translation>
    </message>
    <message>
      <source>Ask for the right to write it, or copy it to a folder of your own and open it there.</source>
      <translation>Demandez le droit d’y écrire, ou copiez-le dans un dossier à vous et ouvrez-le là.</translation>
    </message>
    <message>
      <source>Ask it in a journey, or choose another filter.</source>
      <translation>Posez la question dans un parcours, ou choisissez un autre filtre.</translation>
    </message>
    <message>
      <source>Ask one of: {names}.</source>
      <translation>Demandez à : {names}.</translation>
    </message>
    <message>
      <source>Ask whether such a record exists, or use an aggregate such as count or sum.</source>
      <translation>Demandez si un tel enregistrement existe, ou utilisez un agrégat tel que le nombre ou la somme.</translation>
    </message>
    <message>
      <source>Ask whoever sent it to export it again. Nothing was imported.</source>
      <translation>Demandez à l’expéditeur de l’exporter à nouveau. Rien n’a été importé.</translation>
    </message>
    <message>
      <source>Asset</source>
      <translation>Élément</translation>
    </message>
    <message>
      <source>Asset ID</source>
      <translation>Identifiant de l’élément</translation>
    </message>
    <message>
      <source>Asset type</source>
      <translation>Type d’élément</translation>
    </message>
    <message>
      <source>Assign to buying group</source>
      <translation>Affecter à un groupe d’achat</translation>
    </message>
    <message>
      <source>Assigned</source>
      <translation>Affecté</translation>
    </message>
    <message>
      <source>Assigned to buying group</source>
      <translation>Affecté à un groupe d’achat</translation>
    </message>
    <message>
      <source>At</source>
      <translation>À</translation>
    </message>
    <message>
      <source>At least</source>
      <translation>Au moins</translation>
    </message>
    <message>
      <source>At least 75 % complete, with no stage change in thirty days.</source>
      <translation>Complets à 75 % au moins, sans changement d’étape depuis trente jours.</translation>
    </message>
    <message>
      <source>At least one destination is required.</source>
      <translation>Il faut au moins une destination.</translation>
    </message>
    <message>
      <source>At least two branches must be ticked.</source>
      <translation>Au moins deux branches doivent être cochées.</translation>
    </message>
    <message>
      <source>At least two sets must be joined.</source>
      <translation>Il faut réunir au moins deux ensembles.</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Au plus</translation>
    </message>
    <message>
      <source>At most 50 characters.</source>
      <translation>50 caractères au plus.</translation>
    </message>
    <message>
      <source>At most {most_activities} are allowed, and under {many_activities} it stays readable.</source>
      <translation>{most_activities} au plus sont admises, et il reste lisible en dessous de {many_activities}.</translation>
    </message>
    <message>
      <source>At most {most_addresses} are allowed.</source>
      <translation>{most_addresses} au plus sont admises.</translation>
    </message>
    <message>
      <source>At most {most_events} are allowed.</source>
      <translation>{most_events} au plus sont admis.</translation>
    </message>
    <message>
      <source>At most {most_events} can be.</source>
      <translation>{most_events} au plus peuvent l’être.</translation>
    </message>
    <message>
      <source>At most {most_fields} of a class can be.</source>
      <translation>{most_fields} au plus par classe peuvent l’être.</translation>
    </message>
    <message>
      <source>At most {most_fields} of an event can be.</source>
      <translation>{most_fields} au plus par événement peuvent l’être.</translation>
    </message>
    <message>
      <source>At most {most_object_fields} can be.</source>
      <translation>{most_object_fields} au plus peuvent l’être.</translation>
    </message>
    <message>
      <source>At most {most_objects} are allowed.</source>
      <translation>{most_objects} au plus sont admis.</translation>
    </message>
    <message>
      <source>At most {most_triggers} are allowed.</source>
      <translation>{most_triggers} au plus sont admis.</translation>
    </message>
    <message numerus="yes">
      <source>At most {n} (is|are) read.</source>
      <translation>
        <numerusform>{n} au plus est lu.</numerusform>
        <numerusform>{n} au plus sont lus.</numerusform>
      </translation>
    </message>
    <message>
      <source>At this time</source>
      <translation>À cette heure</translation>
    </message>
    <message numerus="yes">
      <source>At {node}, {n} came, but {left} left, {waiting} stay and {dropped} went out.</source>
      <translation>
        <numerusform>À {node}, {n} est venu, mais {left} en sortie, {waiting} en attente et {dropped} en dehors ne font pas ce nombre.</numerusform>
        <numerusform>À {node}, {n} sont venus, mais {left} en sortie, {waiting} en attente et {dropped} en dehors ne font pas ce nombre.</numerusform>
      </translation>
    </message>
    <message>
      <source>Attach rows of a file to the records they mean.</source>
      <translation>Rattacher les lignes d’un fichier aux enregistrements qu’elles désignent.</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Attribut</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Attributs</translation>
    </message>
    <message>
      <source>Attributes that duplicates share.</source>
      <translation>Attributs que les doublons partagent.</translation>
    </message>
    <message>
      <source>Attributes used for conditions</source>
      <translation>Attributs utilisés dans les conditions</translation>
    </message>
    <message>
      <source>Audience</source>
      <translation>Audience</translation>
    </message>
    <message>
      <source>Audience attributes</source>
      <translation>Attributs de l’audience</translation>
    </message>
    <message>
      <source>Audience label</source>
      <translation>Libellé de l’audience</translation>
    </message>
    <message>
      <source>Audience name</source>
      <translation>Nom de l’audience</translation>
    </message>
    <message>
      <source>Audience of a campaign</source>
      <translation>Audience d’une campagne</translation>
    </message>
    <message>
      <source>Authentication</source>
      <translation>Authentification</translation>
    </message>
    <message>
      <source>Authentication by {schemes} is not supported.</source>
      <translation>L’authentification par {schemes} n’est pas prise en charge.</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Tranche</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Begin it with exactly one audience.</source>
      <translation>Faites-le commencer par une seule audience.</translation>
    </message>
    <message>
      <source>Begin with the template: jalon catalog --template FILE.xlsx.</source>
      <translation>Partez du modèle : jalon catalog --template FILE.xlsx.</translation>
    </message>
    <message>
      <source>Begin with { and give at least an id, such as {"id": "my-campaign"}.</source>
      <translation>Commencez par { et donnez au moins un identifiant, tel que {"id": "my-campaign"}.</translation>
    </message>
    <message>
      <source>Belongs to</source>
      <translation>Appartient à</translation>
    </message>
    <message>
      <source>Between</source>
      <translation>Entre</translation>
    </message>
    <message>
      <source>Blocklisted</source>
      <translation>Sur liste noire</translation>
    </message>
    <message>
      <source>Body</source>
      <translation>Corps</translation>
    </message>
    <message>
      <source>Boolean</source>
      <translation>Booléen</translation>
    </message>
    <message>
      <source>Bot activity pattern</source>
      <translation>Motif d’activité de robot</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Les deux</translation>
    </message>
    <message>
      <source>Bounced</source>
      <translation>Rejeté</translation>
    </message>
    <message>
      <source>Branches to wait for</source>
      <translation>Branches à attendre</translation>
    </message>
    <message>
      <source>Bring it back to draft, or duplicate it and change the copy.</source>
      <translation>Remettez-le en brouillon, ou dupliquez-le et modifiez la copie.</translation>
    </message>
    <message>
      <source>Bring paths together again.</source>
      <translation>Réunir à nouveau des branches.</translation>
    </message>
    <message>
      <source>Browser</source>
      <translation>Navigateur</translation>
    </message>
    <message>
      <source>Build audience</source>
      <translation>Construire une audience</translation>
    </message>
    <message>
      <source>Buying group</source>
      <translation>Groupe d’achat</translation>
    </message>
    <message>
      <source>Buying group member</source>
      <translation>Membre d’un groupe d’achat</translation>
    </message>
    <message>
      <source>Buying group stage changed</source>
      <translation>Étape du groupe d’achat modifiée</translation>
    </message>
    <message>
      <source>Buying group status changed</source>
      <translation>Statut du groupe d’achat modifié</translation>
    </message>
    <message>
      <source>Buying groups</source>
      <translation>Groupes d’achat</translation>
    </message>
    <message>
      <source>Buying groups by how complete they are, in percent.</source>
      <translation>Groupes d’achat selon leur complétude, en pour cent.</translation>
    </message>
    <message>
      <source>Buying groups by their engagement score.</source>
      <translation>Groupes d’achat selon leur score d’engagement.</translation>
    </message>
    <message>
      <source>Byte</source>
      <translation>Octet</translation>
    </message>
    <message>
      <source>Came</source>
      <translation>Arrivé</translation>
    </message>
    <message>
      <source>Came here</source>
      <translation>Arrivé ici</translation>
    </message>
    <message>
      <source>Campaign</source>
      <translation>Campagne</translation>
    </message>
    <message>
      <source>Campaigns and audiences count on what it means.</source>
      <translation>Des campagnes et des audiences dépendent de ce qu’elle désigne.</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Casse</translation>
    </message>
    <message>
      <source>Case needs at least one When(condition, value).</source>
      <translation>Case demande au moins un When(condition, value).</translation>
    </message>
    <message>
      <source>Case takes When(condition, value)… and at last Else(value).</source>
      <translation>Case prend When(condition, value)… et pour finir Else(value).</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Catégorie</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Changement</translation>
    </message>
    <message>
      <source>Change dimension</source>
      <translation>Changer de dimension</translation>
    </message>
    <message>
      <source>Change its dimension first, or compare by columns.</source>
      <translation>Changez d’abord sa dimension, ou comparez par colonnes.</translation>
    </message>
    <message>
      <source>Change its dimension first, or switch the restriction off.</source>
      <translation>Changez d’abord sa dimension, ou désactivez la restriction.</translation>
    </message>
    <message>
      <source>Change one.</source>
      <translation>Changez l’un des deux.</translation>
    </message>
    <message>
      <source>Change people partition in Marketo Engage</source>
      <translation>Changer de partition dans Marketo Engage</translation>
    </message>
    <message>
      <source>Change program data</source>
      <translation>Modifier une donnée de programme</translation>
    </message>
    <message>
      <source>Change program status</source>
      <translation>Changer le statut dans un programme</translation>
    </message>
    <message>
      <source>Change score</source>
      <translation>Changer un score</translation>
    </message>
    <message>
      <source>Change the days or the validity.</source>
      <translation>Changez les jours ou la validité.</translation>
    </message>
    <message>
      <source>Change the dimension before it, or replace the audience.</source>
      <translation>Changez de dimension avant elle, ou remplacez l’audience.</translation>
    </message>
    <message>
      <source>Change them, or distribute them evenly.</source>
      <translation>Changez-les, ou répartissez-les également.</translation>
    </message>
    <message>
      <source>Changes in 30 days</source>
      <translation>Changements en 30 jours</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Canal</translation>
    </message>
    <message>
      <source>Characters from a start, the first being 1.</source>
      <translation>Des caractères à partir d’une position, la première étant 1.</translation>
    </message>
    <message>
      <source>Characters, in a fixed-width file.</source>
      <translation>En caractères, dans un fichier à largeur fixe.</translation>
    </message>
    <message>
      <source>Check how it is written.</source>
      <translation>Vérifiez comment il est écrit.</translation>
    </message>
    <message>
      <source>Check its name, its folder and your permission to read it.</source>
      <translation>Vérifiez son nom, son dossier et votre droit de le lire.</translation>
    </message>
    <message>
      <source>Check that it is there, then look again.</source>
      <translation>Vérifiez qu’il est bien là, puis regardez à nouveau.</translation>
    </message>
    <message>
      <source>Check that the disk is not full and that the folder can be written, then run again. Nothing was lost.</source>
      <translation>Vérifiez que le disque n’est pas plein et que le dossier est accessible en écriture, puis relancez. Rien n’a été perdu.</translation>
    </message>
    <message>
      <source>Check that the disk is not full and that the folder can be written. Nothing was lost.</source>
      <translation>Vérifiez que le disque n’est pas plein et que le dossier est accessible en écriture. Rien n’est perdu.</translation>
    </message>
    <message>
      <source>Check that the folder can be written and that the disk is not full.</source>
      <translation>Vérifiez que le dossier est accessible en écriture et que le disque n’est pas plein.</translation>
    </message>
    <message>
      <source>Check that the folder can be written and that the disk is not full. The file there is unchanged.</source>
      <translation>Vérifiez que le dossier est accessible en écriture et que le disque n’est pas plein. Le fichier en place est inchangé.</translation>
    </message>
    <message>
      <source>Check the rule before it.</source>
      <translation>Vérifiez la règle qui la précède.</translation>
    </message>
    <message>
      <source>Choose 0 to {most_weight}.</source>
      <translation>Choisissez de 0 à {most_weight}.</translation>
    </message>
    <message>
      <source>Choose 1 to 5, or the last.</source>
      <translation>Choisissez de 1 à 5, ou le dernier.</translation>
    </message>
    <message>
      <source>Choose 1 to {most_units}.</source>
      <translation>Choisissez de 1 à {most_units}.</translation>
    </message>
    <message>
      <source>Choose CSV, TSV, JSON Lines, Parquet or Excel.</source>
      <translation>Choisissez CSV, TSV, JSON Lines, Parquet ou Excel.</translation>
    </message>
    <message>
      <source>Choose a CSV file in UTF-8.</source>
      <translation>Choisissez un fichier CSV en UTF-8.</translation>
    </message>
    <message>
      <source>Choose a campaign document, or save it again as UTF-8.</source>
      <translation>Choisissez un document de campagne, ou enregistrez-le à nouveau en UTF-8.</translation>
    </message>
    <message>
      <source>Choose a campaign that is requested.</source>
      <translation>Choisissez une campagne à la demande.</translation>
    </message>
    <message>
      <source>Choose a campaign.</source>
      <translation>Choisissez une campagne.</translation>
    </message>
    <message>
      <source>Choose a date-time or a whole number.</source>
      <translation>Choisissez une date-heure ou un nombre entier.</translation>
    </message>
    <message>
      <source>Choose a date.</source>
      <translation>Choisissez une date.</translation>
    </message>
    <message>
      <source>Choose a description in JSON.</source>
      <translation>Choisissez une description en JSON.</translation>
    </message>
    <message>
      <source>Choose a document.</source>
      <translation>Choisissez un document.</translation>
    </message>
    <message>
      <source>Choose a field.</source>
      <translation>Choisissez un champ.</translation>
    </message>
    <message>
      <source>Choose a file and take its layout, or add the columns.</source>
      <translation>Choisissez un fichier et reprenez sa disposition, ou ajoutez les colonnes.</translation>
    </message>
    <message>
      <source>Choose a file of CREATE TABLE.</source>
      <translation>Choisissez un fichier de CREATE TABLE.</translation>
    </message>
    <message>
      <source>Choose a file with a table in it.</source>
      <translation>Choisissez un fichier qui contienne une table.</translation>
    </message>
    <message>
      <source>Choose a file with objects in it.</source>
      <translation>Choisissez un fichier qui contienne des objets.</translation>
    </message>
    <message>
      <source>Choose a file with rows in it.</source>
      <translation>Choisissez un fichier qui contienne des lignes.</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Choisissez un fichier.</translation>
    </message>
    <message>
      <source>Choose a journey of type {kind}.</source>
      <translation>Choisissez un parcours de type {kind}.</translation>
    </message>
    <message>
      <source>Choose a key that was made with `jalon bundle key`.</source>
      <translation>Choisissez une clé créée avec `jalon bundle key`.</translation>
    </message>
    <message>
      <source>Choose a later date, or start immediately.</source>
      <translation>Choisissez une date plus tardive, ou commencez immédiatement.</translation>
    </message>
    <message>
      <source>Choose a later date.</source>
      <translation>Choisissez une date plus tardive.</translation>
    </message>
    <message>
      <source>Choose a later end, or an earlier start.</source>
      <translation>Choisissez une fin plus tardive, ou un début plus proche.</translation>
    </message>
    <message>
      <source>Choose a later end.</source>
      <translation>Choisissez une fin plus tardive.</translation>
    </message>
    <message>
      <source>Choose a later one.</source>
      <translation>Choisissez-en un plus tardif.</translation>
    </message>
    <message>
      <source>Choose a linked dimension.</source>
      <translation>Choisissez une dimension liée.</translation>
    </message>
    <message>
      <source>Choose a live journey.</source>
      <translation>Choisissez un parcours actif.</translation>
    </message>
    <message>
      <source>Choose a live one.</source>
      <translation>Choisissez-en un qui soit actif.</translation>
    </message>
    <message>
      <source>Choose a load that is active.</source>
      <translation>Choisissez un chargement actif.</translation>
    </message>
    <message>
      <source>Choose a member.</source>
      <translation>Choisissez un membre.</translation>
    </message>
    <message>
      <source>Choose a period, such as this month.</source>
      <translation>Choisissez une période, par exemple ce mois-ci.</translation>
    </message>
    <message>
      <source>Choose a person of the account.</source>
      <translation>Choisissez une personne du compte.</translation>
    </message>
    <message>
      <source>Choose a score.</source>
      <translation>Choisissez un score.</translation>
    </message>
    <message>
      <source>Choose a set.</source>
      <translation>Choisissez un ensemble.</translation>
    </message>
    <message>
      <source>Choose a sheet with rows in it.</source>
      <translation>Choisissez une feuille qui contienne des lignes.</translation>
    </message>
    <message>
      <source>Choose a static list.</source>
      <translation>Choisissez une liste statique.</translation>
    </message>
    <message>
      <source>Choose a table.</source>
      <translation>Choisissez une table.</translation>
    </message>
    <message>
      <source>Choose a variable.</source>
      <translation>Choisissez une variable.</translation>
    </message>
    <message>
      <source>Choose a workbook with a sheet per product, or a CSV with the columns category, product and keyword.</source>
      <translation>Choisissez un classeur avec une feuille par produit, ou un CSV avec les colonnes category, product et keyword.</translation>
    </message>
    <message>
      <source>Choose accounts or people.</source>
      <translation>Choisissez comptes ou personnes.</translation>
    </message>
    <message>
      <source>Choose an .xlsx file.</source>
      <translation>Choisissez un fichier .xlsx.</translation>
    </message>
    <message>
      <source>Choose an account audience or an account list.</source>
      <translation>Choisissez une audience de comptes ou une liste de comptes.</translation>
    </message>
    <message>
      <source>Choose an action.</source>
      <translation>Choisissez une action.</translation>
    </message>
    <message>
      <source>Choose an approved one.</source>
      <translation>Choisissez-en un qui soit approuvé.</translation>
    </message>
    <message>
      <source>Choose an attribute here, or name one in the targeting dimension.</source>
      <translation>Choisissez ici un attribut, ou désignez-en un dans la dimension de ciblage.</translation>
    </message>
    <message>
      <source>Choose an attribute that is a list.</source>
      <translation>Choisissez un attribut qui soit une liste.</translation>
    </message>
    <message>
      <source>Choose an attribute.</source>
      <translation>Choisissez un attribut.</translation>
    </message>
    <message>
      <source>Choose an audience of the same merge policy, or change that of the campaign.</source>
      <translation>Choisissez une audience de la même règle de fusion, ou changez celle de la campagne.</translation>
    </message>
    <message>
      <source>Choose an audience that a campaign saved.</source>
      <translation>Choisissez une audience qu’une campagne a enregistrée.</translation>
    </message>
    <message>
      <source>Choose an audience.</source>
      <translation>Choisissez une audience.</translation>
    </message>
    <message>
      <source>Choose an end no later than {last}.</source>
      <translation>Choisissez une fin au plus tard le {last}.</translation>
    </message>
    <message>
      <source>Choose an event to listen for.</source>
      <translation>Choisissez un événement à attendre.</translation>
    </message>
    <message>
      <source>Choose an object of accounts, or split by people.</source>
      <translation>Choisissez un objet des comptes, ou répartissez par personnes.</translation>
    </message>
    <message>
      <source>Choose another action.</source>
      <translation>Choisissez une autre action.</translation>
    </message>
    <message>
      <source>Choose another column for one of them.</source>
      <translation>Choisissez une autre colonne pour l’une d’elles.</translation>
    </message>
    <message>
      <source>Choose another date.</source>
      <translation>Choisissez une autre date.</translation>
    </message>
    <message>
      <source>Choose another destination.</source>
      <translation>Choisissez une autre destination.</translation>
    </message>
    <message>
      <source>Choose another dimension.</source>
      <translation>Choisissez une autre dimension.</translation>
    </message>
    <message>
      <source>Choose another encoding, such as cp1252 or utf-16.</source>
      <translation>Choisissez un autre encodage, tel que cp1252 ou utf-16.</translation>
    </message>
    <message>
      <source>Choose another event, or change the event type.</source>
      <translation>Choisissez un autre événement, ou changez le type d’événement.</translation>
    </message>
    <message>
      <source>Choose another file, or the sample anew; columns that are not needed can be ignored.</source>
      <translation>Choisissez un autre fichier, ou à nouveau l’exemple ; les colonnes inutiles peuvent être ignorées.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>Choose another folder, or import a file to begin one.</source>
      <translation>Choisissez un autre dossier, ou importez un fichier pour en commencer un.</translation>
    </message>
    <message>
      <source>Choose another label, or change those documents first.</source>
      <translation>Choisissez un autre libellé, ou modifiez d’abord ces documents.</translation>
    </message>
    <message>
      <source>Choose another label.</source>
      <translation>Choisissez un autre libellé.</translation>
    </message>
    <message>
      <source>Choose another name, or select that one.</source>
      <translation>Choisissez un autre nom, ou sélectionnez celui-ci.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>Choose another number of days.</source>
      <translation>Choisissez un autre nombre de jours.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Faites un autre choix.</translation>
    </message>
    <message>
      <source>Choose another parent.</source>
      <translation>Choisissez un autre parent.</translation>
    </message>
    <message>
      <source>Choose another.</source>
      <translation>Faites un autre choix.</translation>
    </message>
    <message>
      <source>Choose fewer.</source>
      <translation>Choisissez-en moins.</translation>
    </message>
    <message>
      <source>Choose fields of one type, or give the column of the file its right type.</source>
      <translation>Choisissez des champs de même type, ou donnez à la colonne du fichier son vrai type.</translation>
    </message>
    <message>
      <source>Choose in-past or since-entry.</source>
      <translation>Choisissez in-past ou since-entry.</translation>
    </message>
    <message>
      <source>Choose in-past.</source>
      <translation>Choisissez in-past.</translation>
    </message>
    <message>
      <source>Choose logic or full.</source>
      <translation>Choisissez logic ou full.</translation>
    </message>
    <message>
      <source>Choose one of its list of imports.</source>
      <translation>Choisissez-en un dans la liste des importations.</translation>
    </message>
    <message>
      <source>Choose one of the transitions that leave it, or remove the others first.</source>
      <translation>Choisissez l’une des transitions qui en partent, ou retirez d’abord les autres.</translation>
    </message>
    <message>
      <source>Choose one of these: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <source>Choose one of those that exist.</source>
      <translation>Choisissez parmi ceux qui existent.</translation>
    </message>
    <message>
      <source>Choose one of {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <source>Choose one such as , or ;.</source>
      <translation>Choisissez-en un tel que , ou ;.</translation>
    </message>
    <message>
      <source>Choose one such as Europe/Paris or UTC.</source>
      <translation>Choisissez-en un tel que Europe/Paris ou UTC.</translation>
    </message>
    <message>
      <source>Choose one such as utf-8 or cp1252.</source>
      <translation>Choisissez-en un tel que utf-8 ou cp1252.</translation>
    </message>
    <message>
      <source>Choose one that an activation made.</source>
      <translation>Choisissez-en une qu’une activation a créée.</translation>
    </message>
    <message>
      <source>Choose replace or append, or another label.</source>
      <translation>Choisissez remplacer ou compléter, ou un autre libellé.</translation>
    </message>
    <message>
      <source>Choose the attribute to reduce, such as purchases/price.</source>
      <translation>Choisissez l’attribut à résumer, tel que purchases/price.</translation>
    </message>
    <message>
      <source>Choose the attributes that are needed.</source>
      <translation>Choisissez les attributs nécessaires.</translation>
    </message>
    <message>
      <source>Choose the collection itself, and its attributes below.</source>
      <translation>Choisissez la collection elle-même, et ses attributs en dessous.</translation>
    </message>
    <message>
      <source>Choose the columns that tell its records apart.</source>
      <translation>Choisissez les colonnes qui distinguent ses enregistrements.</translation>
    </message>
    <message>
      <source>Choose the events that let people enter.</source>
      <translation>Choisissez les événements qui font entrer les personnes.</translation>
    </message>
    <message>
      <source>Choose the file again.</source>
      <translation>Choisissez à nouveau le fichier.</translation>
    </message>
    <message>
      <source>Choose the file in the activity's panel.</source>
      <translation>Choisissez le fichier dans le panneau de l’activité.</translation>
    </message>
    <message>
      <source>Choose the name that receivers will see.</source>
      <translation>Choisissez le nom que les destinataires verront.</translation>
    </message>
    <message>
      <source>Choose the other kind of attributes, or another filter.</source>
      <translation>Choisissez l’autre genre d’attributs, ou un autre filtre.</translation>
    </message>
    <message>
      <source>Choose the set to enrich.</source>
      <translation>Choisissez l’ensemble à enrichir.</translation>
    </message>
    <message>
      <source>Choose the set to keep.</source>
      <translation>Choisissez l’ensemble à garder.</translation>
    </message>
    <message>
      <source>Choose the type datetime.</source>
      <translation>Choisissez le type datetime.</translation>
    </message>
    <message>
      <source>Choose this in its schedule, or choose another campaign.</source>
      <translation>Choisissez ce mode dans sa planification, ou choisissez une autre campagne.</translation>
    </message>
    <message>
      <source>Choose this in its schedule, or signal it once a run has come to its External signal.</source>
      <translation>Choisissez ce mode dans sa planification, ou signalez-la dès qu’une exécution atteint son Signal externe.</translation>
    </message>
    <message>
      <source>Choose true or false.</source>
      <translation>Choisissez vrai ou faux.</translation>
    </message>
    <message>
      <source>Choose utf-8 or cp1252.</source>
      <translation>Choisissez utf-8 ou cp1252.</translation>
    </message>
    <message>
      <source>Choose utf-8, or leave out the column that holds it.</source>
      <translation>Choisissez utf-8, ou retirez la colonne qui le contient.</translation>
    </message>
    <message>
      <source>Choose when the journey ends.</source>
      <translation>Choisissez quand le parcours se termine.</translation>
    </message>
    <message>
      <source>Choose when to look at it.</source>
      <translation>Choisissez quand le regarder.</translation>
    </message>
    <message>
      <source>Choose which matching records are updated.</source>
      <translation>Choisissez quels enregistrements correspondants sont mis à jour.</translation>
    </message>
    <message>
      <source>Choose whose people go on.</source>
      <translation>Choisissez l’ensemble dont la population continue.</translation>
    </message>
    <message>
      <source>Choose {fewest} to {most} of them.</source>
      <translation>Choisissez-en de {fewest} à {most}.</translation>
    </message>
    <message>
      <source>Choose {least_timeout} to {most_timeout}.</source>
      <translation>Choisissez de {least_timeout} à {most_timeout}.</translation>
    </message>
    <message>
      <source>City</source>
      <translation>Ville</translation>
    </message>
    <message>
      <source>Classic</source>
      <translation>Classique</translation>
    </message>
    <message>
      <source>Clicked</source>
      <translation>Cliqué</translation>
    </message>
    <message>
      <source>Clicks link in SMS</source>
      <translation>Clic sur un lien de SMS</translation>
    </message>
    <message>
      <source>Client IP address</source>
      <translation>Adresse IP du client</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Clôture</translation>
    </message>
    <message>
      <source>Close date</source>
      <translation>Date de clôture</translation>
    </message>
    <message>
      <source>Close it there first.</source>
      <translation>Fermez-le d’abord là-bas.</translation>
    </message>
    <message>
      <source>Close the list.</source>
      <translation>Fermez la liste.</translation>
    </message>
    <message>
      <source>Close the parenthesis of {name}, or put a comma between its values.</source>
      <translation>Fermez la parenthèse de {name}, ou mettez une virgule entre ses valeurs.</translation>
    </message>
    <message>
      <source>Close the parenthesis.</source>
      <translation>Fermez la parenthèse.</translation>
    </message>
    <message>
      <source>Close the workspace, see that the disk is not full, and open it again. Nothing was lost.</source>
      <translation>Fermez l’espace de travail, vérifiez que le disque n’est pas plein, puis rouvrez-le. Rien n’a été perdu.</translation>
    </message>
    <message>
      <source>Close to it: {names}.</source>
      <translation>Proche : {names}.</translation>
    </message>
    <message>
      <source>Closed to new entries</source>
      <translation>Fermé aux nouvelles entrées</translation>
    </message>
    <message>
      <source>Collect or aggregate its records instead.</source>
      <translation>Collectez ou agrégez plutôt ses enregistrements.</translation>
    </message>
    <message>
      <source>Collected data</source>
      <translation>Données collectées</translation>
    </message>
    <message>
      <source>Collection</source>
      <translation>Collection</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Colonnes</translation>
    </message>
    <message>
      <source>Columns saved with the audience, or attributes of the records.</source>
      <translation>Colonnes enregistrées avec l’audience, ou attributs des enregistrements.</translation>
    </message>
    <message>
      <source>Columns to add</source>
      <translation>Colonnes à ajouter</translation>
    </message>
    <message>
      <source>Combine</source>
      <translation>Combiner</translation>
    </message>
    <message>
      <source>Compare it with something, such as @age &gt;= 18.</source>
      <translation>Comparez-le à quelque chose, par exemple @age &gt;= 18.</translation>
    </message>
    <message>
      <source>Compare it.</source>
      <translation>Comparez-la à quelque chose.</translation>
    </message>
    <message>
      <source>Compare populations of one unit, or bring them to one with Change dimension first.</source>
      <translation>Comparez des populations de même unité, ou ramenez-les d’abord à une seule avec Changer de dimension.</translation>
    </message>
    <message>
      <source>Complement</source>
      <translation>Complément</translation>
    </message>
    <message>
      <source>Complete days from start to end; negative when the end comes first.</source>
      <translation>Les jours complets du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete days from then until now.</source>
      <translation>Les jours complets écoulés depuis.</translation>
    </message>
    <message>
      <source>Complete hours from start to end; negative when the end comes first.</source>
      <translation>Les heures complètes du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete minutes from start to end; negative when the end comes first.</source>
      <translation>Les minutes complètes du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete months from start to end; negative when the end comes first.</source>
      <translation>Les mois complets du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete months from then until now.</source>
      <translation>Les mois complets écoulés depuis.</translation>
    </message>
    <message>
      <source>Complete seconds from start to end; negative when the end comes first.</source>
      <translation>Les secondes complètes du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete years from start to end; negative when the end comes first.</source>
      <translation>Les années complètes du début à la fin ; négatif quand la fin précède le début.</translation>
    </message>
    <message>
      <source>Complete years from then until now.</source>
      <translation>Les années complètes écoulées depuis.</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>Completed accounts among all that entered, in percent.</source>
      <translation>Comptes arrivés au bout parmi tous ceux entrés, en pour cent.</translation>
    </message>
    <message>
      <source>Completeness</source>
      <translation>Complétude</translation>
    </message>
    <message>
      <source>Completeness score changed</source>
      <translation>Score de complétude modifié</translation>
    </message>
    <message>
      <source>Completeness, %</source>
      <translation>Complétude, %</translation>
    </message>
    <message numerus="yes">
      <source>Completeness: the mean of {n} role(s), {displayed}</source>
      <translation>
        <numerusform>Complétude : la moyenne de {n} rôle, {displayed}</numerusform>
        <numerusform>Complétude : la moyenne de {n} rôles, {displayed}</numerusform>
      </translation>
    </message>
    <message>
      <source>Completion over time</source>
      <translation>Achèvement dans le temps</translation>
    </message>
    <message>
      <source>Completion rate</source>
      <translation>Taux d’achèvement</translation>
    </message>
    <message>
      <source>Completion rate by journey</source>
      <translation>Taux d’achèvement par parcours</translation>
    </message>
    <message>
      <source>Completion rate, %</source>
      <translation>Taux d’achèvement, %</translation>
    </message>
    <message>
      <source>Completion rates</source>
      <translation>Taux d’achèvement</translation>
    </message>
    <message>
      <source>Compute a part of it in an earlier step, such as a column of an enrichment.</source>
      <translation>Calculez-en une partie dans une étape précédente, par exemple une colonne d’un enrichissement.</translation>
    </message>
    <message>
      <source>Compute it in an earlier step.</source>
      <translation>Calculez-le dans une étape précédente.</translation>
    </message>
    <message>
      <source>Compute with the columns of the file alone.</source>
      <translation>Calculez avec les seules colonnes du fichier.</translation>
    </message>
    <message>
      <source>Computed from the other columns of the file, by their headers.</source>
      <translation>Calculée à partir des autres colonnes du fichier, par leurs en-têtes.</translation>
    </message>
    <message numerus="yes">
      <source>Computes {n} value(s) per owner in one pass, for the steps below.</source>
      <translation>
        <numerusform>Calcule {n} valeur par propriétaire en un passage, pour les étapes suivantes.</numerusform>
        <numerusform>Calcule {n} valeurs par propriétaire en un passage, pour les étapes suivantes.</numerusform>
      </translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Condition</translation>
    </message>
    <message>
      <source>Condition type</source>
      <translation>Type de condition</translation>
    </message>
    <message>
      <source>Condition {number}</source>
      <translation>Condition {number}</translation>
    </message>
    <message>
      <source>Conditions</source>
      <translation>Conditions</translation>
    </message>
    <message>
      <source>Conditions on the linked record; source/… is a column of the row, such as [source/@email].</source>
      <translation>Conditions sur l’enregistrement lié ; source/… est une colonne de la ligne, comme [source/@email].</translation>
    </message>
    <message>
      <source>Conditions on the record; source/… is a column of the row, such as [source/@email].</source>
      <translation>Conditions sur l’enregistrement ; source/… est une colonne de la ligne, comme [source/@email].</translation>
    </message>
    <message>
      <source>Connect it to a node that exists, or remove it.</source>
      <translation>Reliez-la à un nœud existant, ou retirez-la.</translation>
    </message>
    <message>
      <source>Connect it to an existing activity, or remove it.</source>
      <translation>Reliez-la à une activité existante, ou retirez-la.</translation>
    </message>
    <message>
      <source>Connect the activities whose populations it should use.</source>
      <translation>Reliez les activités dont elle doit utiliser les populations.</translation>
    </message>
    <message>
      <source>Constant</source>
      <translation>Constante</translation>
    </message>
    <message>
      <source>Constraints</source>
      <translation>Contraintes</translation>
    </message>
    <message>
      <source>Contact coverage</source>
      <translation>Couverture des contacts</translation>
    </message>
    <message>
      <source>Contact overlap</source>
      <translation>Contacts communs</translation>
    </message>
    <message>
      <source>Contains</source>
      <translation>Contient</translation>
    </message>
    <message>
      <source>Convert it explicitly in the expression, or exclude such values with a condition.</source>
      <translation>Convertissez-la explicitement dans l’expression, ou excluez ces valeurs par une condition.</translation>
    </message>
    <message>
      <source>Convert it with ToDate(…) or ToDateTime(…).</source>
      <translation>Convertissez-la avec ToDate(…) ou ToDateTime(…).</translation>
    </message>
    <message>
      <source>Convert one of them, such as with ToDate or ToDouble.</source>
      <translation>Convertissez l’une d’elles, par exemple avec ToDate ou ToDouble.</translation>
    </message>
    <message>
      <source>Copy activities on a canvas first.</source>
      <translation>Copiez d’abord des activités sur un canevas.</translation>
    </message>
    <message>
      <source>Copy it whole, and choose the key that the expression names.</source>
      <translation>Copiez-le en entier et choisissez la clé que nomme l’expression.</translation>
    </message>
    <message>
      <source>Copy them again.</source>
      <translation>Copiez-les à nouveau.</translation>
    </message>
    <message>
      <source>Correct it in its settings.</source>
      <translation>Corrigez-le dans ses réglages.</translation>
    </message>
    <message>
      <source>Correct it there.</source>
      <translation>Corrigez-le à cet endroit.</translation>
    </message>
    <message>
      <source>Correct it.</source>
      <translation>Corrigez-le.</translation>
    </message>
    <message>
      <source>Correct the cell there.</source>
      <translation>Corrigez la cellule à cet endroit.</translation>
    </message>
    <message>
      <source>Correct the file.</source>
      <translation>Corrigez le fichier.</translation>
    </message>
    <message>
      <source>Correct the rows or the layout, or raise the share that is allowed. Nothing was loaded.</source>
      <translation>Corrigez les lignes ou la disposition, ou augmentez la part admise. Rien n’a été chargé.</translation>
    </message>
    <message>
      <source>Correct the text there; often a comma, a quote or a bracket is missing just before.</source>
      <translation>Corrigez le texte à cet endroit ; souvent une virgule, un guillemet ou un crochet manque juste avant.</translation>
    </message>
    <message>
      <source>Correct the value there.</source>
      <translation>Corrigez la valeur à cet endroit.</translation>
    </message>
    <message>
      <source>Correct the value.</source>
      <translation>Corrigez la valeur.</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Count as of</source>
      <translation>Compter au</translation>
    </message>
    <message>
      <source>Count distinct</source>
      <translation>Nombre de différents</translation>
    </message>
    <message>
      <source>Counted from the week of</source>
      <translation>Compté à partir de la semaine du</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>Créer</translation>
    </message>
    <message>
      <source>Create another interest.</source>
      <translation>Créez un autre intérêt.</translation>
    </message>
    <message>
      <source>Create another list.</source>
      <translation>Créez une autre liste.</translation>
    </message>
    <message>
      <source>Create another targeting dimension; delete this one if nothing uses it.</source>
      <translation>Créez une autre dimension de ciblage ; supprimez celle-ci si rien ne l’utilise.</translation>
    </message>
    <message>
      <source>Create another template.</source>
      <translation>Créez un autre modèle.</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>Créé</translation>
    </message>
    <message>
      <source>Created in the source</source>
      <translation>Créée dans la source</translation>
    </message>
    <message>
      <source>Csv</source>
      <translation>CSV</translation>
    </message>
    <message>
      <source>Curated</source>
      <translation>Moments choisis</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>Devise</translation>
    </message>
    <message>
      <source>Custom object</source>
      <translation>Objet personnalisé</translation>
    </message>
    <message>
      <source>Daily</source>
      <translation>Quotidien</translation>
    </message>
    <message>
      <source>Daily jobs run</source>
      <translation>Tâches quotidiennes actives</translation>
    </message>
    <message>
      <source>Data management</source>
      <translation>Gestion des données</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Date and time</source>
      <translation>Date et heure</translation>
    </message>
    <message>
      <source>Date field</source>
      <translation>Champ de date</translation>
    </message>
    <message>
      <source>Date format</source>
      <translation>Format de date</translation>
    </message>
    <message>
      <source>Date of birth</source>
      <translation>Date de naissance</translation>
    </message>
    <message>
      <source>Datetime</source>
      <translation>Date et heure</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <source>Day number</source>
      <translation>Numéro du jour</translation>
    </message>
    <message>
      <source>Day rule</source>
      <translation>Règle du jour</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Jours</translation>
    </message>
    <message>
      <source>Days from entry to exit, on the average of those who completed.</source>
      <translation>Jours de l’entrée à la sortie, en moyenne de ceux arrivés au bout.</translation>
    </message>
    <message>
      <source>Days in journey</source>
      <translation>Jours dans le parcours</translation>
    </message>
    <message>
      <source>Deactivate from destination</source>
      <translation>Désactiver d’une destination</translation>
    </message>
    <message>
      <source>Deactivate it before it is changed.</source>
      <translation>Désactivez-la avant de la modifier.</translation>
    </message>
    <message>
      <source>Deactivate it before it is deleted.</source>
      <translation>Désactivez-la avant de la supprimer.</translation>
    </message>
    <message>
      <source>Deactivate it first.</source>
      <translation>Désactivez-le d’abord.</translation>
    </message>
    <message>
      <source>Decimal</source>
      <translation>Décimal</translation>
    </message>
    <message>
      <source>Declare one.</source>
      <translation>Déclarez-en un.</translation>
    </message>
    <message>
      <source>Deduplication</source>
      <translation>Déduplication</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>Par défaut</translation>
    </message>
    <message>
      <source>Default condition</source>
      <translation>Condition par défaut</translation>
    </message>
    <message>
      <source>Define it in the journey, or leave it out.</source>
      <translation>Définissez-le dans le parcours, ou retirez-le.</translation>
    </message>
    <message>
      <source>Delay</source>
      <translation>Délai</translation>
    </message>
    <message>
      <source>Delay of delivery, in seconds</source>
      <translation>Délai de livraison, en secondes</translation>
    </message>
    <message>
      <source>Delay of external audiences, in seconds</source>
      <translation>Délai des audiences externes, en secondes</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete it first.</source>
      <translation>Supprimez-le d’abord.</translation>
    </message>
    <message>
      <source>Delete it when no interest uses it.</source>
      <translation>Supprimez-le quand aucun intérêt ne l’utilise.</translation>
    </message>
    <message>
      <source>Delete it, or publish it first.</source>
      <translation>Supprimez-le, ou publiez-le d’abord.</translation>
    </message>
    <message>
      <source>Delete the file after a real run</source>
      <translation>Supprimer le fichier après une exécution réelle</translation>
    </message>
    <message>
      <source>Delimited</source>
      <translation>Délimité</translation>
    </message>
    <message>
      <source>Delimiter</source>
      <translation>Séparateur</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Remis</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Service</translation>
    </message>
    <message>
      <source>Derived persona</source>
      <translation>Persona déduit</translation>
    </message>
    <message>
      <source>Descending, inside OrderBy.</source>
      <translation>Par ordre décroissant, dans OrderBy.</translation>
    </message>
    <message>
      <source>Describe it in version 3.0.x.</source>
      <translation>Décrivez-le en version 3.0.x.</translation>
    </message>
    <message>
      <source>Describe who may enter.</source>
      <translation>Décrivez qui peut entrer.</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Destination</source>
      <translation>Destination</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Appareil</translation>
    </message>
    <message>
      <source>Did you mean {names}?</source>
      <translation>Vouliez-vous dire {names} ?</translation>
    </message>
    <message>
      <source>Direct mail</source>
      <translation>Courrier</translation>
    </message>
    <message>
      <source>Divide a population into labelled subsets.</source>
      <translation>Diviser une population en sous-ensembles nommés.</translation>
    </message>
    <message>
      <source>Do something for the accounts on this path, or for their people.</source>
      <translation>Agir pour les comptes sur ce chemin, ou pour leurs personnes.</translation>
    </message>
    <message>
      <source>Document, schemas, data and instant are the same; please report this.</source>
      <translation>Document, schémas, données et instant sont identiques ; merci de le signaler.</translation>
    </message>
    <message>
      <source>Does not match the rule</source>
      <translation>Ne remplit pas la règle</translation>
    </message>
    <message>
      <source>Does not match, or was returned before</source>
      <translation>Ne correspond pas, ou a déjà été rendu</translation>
    </message>
    <message>
      <source>Domain name</source>
      <translation>Nom de domaine</translation>
    </message>
    <message>
      <source>Double</source>
      <translation>Double</translation>
    </message>
    <message>
      <source>Duckdb</source>
      <translation>DuckDB</translation>
    </message>
    <message>
      <source>Duplicate it and change the copy.</source>
      <translation>Dupliquez-le et modifiez la copie.</translation>
    </message>
    <message>
      <source>Duplicate it and test the copy.</source>
      <translation>Dupliquez-le et testez la copie.</translation>
    </message>
    <message>
      <source>Duplicate it, or bring it back.</source>
      <translation>Dupliquez-le, ou remettez-le en brouillon.</translation>
    </message>
    <message>
      <source>Duplicate it.</source>
      <translation>Dupliquez-le.</translation>
    </message>
    <message>
      <source>Duplicates</source>
      <translation>Doublons</translation>
    </message>
    <message>
      <source>Duplicates to keep</source>
      <translation>Doublons à garder</translation>
    </message>
    <message>
      <source>Duration</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Dynamic</source>
      <translation>Dynamiques</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>E-mail address</source>
      <translation>Adresse e-mail</translation>
    </message>
    <message>
      <source>E-mail bounced</source>
      <translation>E-mail rejeté</translation>
    </message>
    <message>
      <source>E-mail bounced soft</source>
      <translation>E-mail rejeté provisoirement</translation>
    </message>
    <message>
      <source>E-mail clicked</source>
      <translation>Clic dans un e-mail</translation>
    </message>
    <message>
      <source>E-mail consent</source>
      <translation>Consentement e-mail</translation>
    </message>
    <message>
      <source>E-mail delivered</source>
      <translation>E-mail remis</translation>
    </message>
    <message>
      <source>E-mail invalid</source>
      <translation>E-mail invalide</translation>
    </message>
    <message>
      <source>E-mail opened</source>
      <translation>E-mail ouvert</translation>
    </message>
    <message>
      <source>E-mail sent</source>
      <translation>E-mail envoyé</translation>
    </message>
    <message>
      <source>E-mail source</source>
      <translation>Source de l’e-mail</translation>
    </message>
    <message>
      <source>E-mail suspended</source>
      <translation>E-mail suspendu</translation>
    </message>
    <message>
      <source>E-mail unsubscribed</source>
      <translation>Désinscription par e-mail</translation>
    </message>
    <message>
      <source>E-mails</source>
      <translation>E-mails</translation>
    </message>
    <message>
      <source>Each Word With A Capital, also after a hyphen; the rest in lower case.</source>
      <translation>Chaque Mot Avec Une Majuscule, y compris après un trait d’union ; le reste en minuscules.</translation>
    </message>
    <message>
      <source>Each key column's value.</source>
      <translation>La valeur de chaque colonne de la clé.</translation>
    </message>
    <message>
      <source>Each path gets the whole population.</source>
      <translation>Chaque chemin reçoit toute la population.</translation>
    </message>
    <message>
      <source>Each run stops before {name} until it is resumed.</source>
      <translation>Chaque exécution s’arrête avant {name} jusqu’à sa reprise.</translation>
    </message>
    <message>
      <source>Email</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Employee size</source>
      <translation>Effectif</translation>
    </message>
    <message>
      <source>Employees</source>
      <translation>Effectif</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>Vide</translation>
    </message>
    <message>
      <source>Empty means all.</source>
      <translation>Vide signifie toutes.</translation>
    </message>
    <message>
      <source>Empty, or NULL, clears the field.</source>
      <translation>Vide, ou NULL, efface le champ.</translation>
    </message>
    <message>
      <source>Empty: the dimension's own.</source>
      <translation>Vide : celui de la dimension.</translation>
    </message>
    <message>
      <source>Enable it, if its path is to go on.</source>
      <translation>Activez-la, si son chemin doit continuer.</translation>
    </message>
    <message>
      <source>Enable lead tracking</source>
      <translation>Suivre les prospects</translation>
    </message>
    <message>
      <source>Enable link tracking</source>
      <translation>Suivre les liens</translation>
    </message>
    <message>
      <source>Enabled</source>
      <translation>Activée</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Encodage</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Fin</translation>
    </message>
    <message>
      <source>End a group of people; the account goes on with all of them.</source>
      <translation>Clore un groupe de personnes ; le compte continue avec toutes.</translation>
    </message>
    <message>
      <source>End date</source>
      <translation>Date de fin</translation>
    </message>
    <message>
      <source>End on</source>
      <translation>Fin le</translation>
    </message>
    <message>
      <source>End the account's membership of a static list.</source>
      <translation>Retirer le compte d’une liste statique.</translation>
    </message>
    <message>
      <source>End the person's membership of a static people list.</source>
      <translation>Retirer la personne d’une liste statique de personnes.</translation>
    </message>
    <message>
      <source>Ends with</source>
      <translation>Finit par</translation>
    </message>
    <message>
      <source>Engaged people</source>
      <translation>Personnes engagées</translation>
    </message>
    <message>
      <source>Engaged people over time</source>
      <translation>Personnes engagées dans le temps</translation>
    </message>
    <message>
      <source>Engaged: at least one member did something in the period.</source>
      <translation>Engagé : au moins un membre a agi dans la période.</translation>
    </message>
    <message>
      <source>Engaged: at least one of its people did something after the entry.</source>
      <translation>Engagé : au moins une de ses personnes a agi après l’entrée.</translation>
    </message>
    <message>
      <source>Engaged: at least one of its people did something in the period.</source>
      <translation>Engagé : au moins une de ses personnes a agi dans la période.</translation>
    </message>
    <message>
      <source>Engaged: did something in the period.</source>
      <translation>Engagé : a agi dans la période.</translation>
    </message>
    <message>
      <source>Engagement</source>
      <translation>Engagement</translation>
    </message>
    <message>
      <source>Engagement by accounts</source>
      <translation>Engagement par compte</translation>
    </message>
    <message>
      <source>Engagement by role</source>
      <translation>Engagement par rôle</translation>
    </message>
    <message>
      <source>Engagement by role over time</source>
      <translation>Engagement par rôle dans le temps</translation>
    </message>
    <message>
      <source>Engagement of the period against the one before: 1.5 times as much is surging, half as much at risk.</source>
      <translation>Engagement de la période face à la précédente : 1,5 fois plus est un essor, moitié moins un risque.</translation>
    </message>
    <message>
      <source>Engagement score</source>
      <translation>Score d’engagement</translation>
    </message>
    <message>
      <source>Engagement score changed</source>
      <translation>Score d’engagement modifié</translation>
    </message>
    <message>
      <source>Enrichment</source>
      <translation>Enrichissement</translation>
    </message>
    <message>
      <source>Entered</source>
      <translation>Entré</translation>
    </message>
    <message>
      <source>Entity</source>
      <translation>Entité</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Entry date</source>
      <translation>Date d’entrée</translation>
    </message>
    <message>
      <source>Equal</source>
      <translation>Égal</translation>
    </message>
    <message>
      <source>Equal attributes</source>
      <translation>Attributs égaux</translation>
    </message>
    <message>
      <source>Equal fields</source>
      <translation>Champs égaux</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Erreur</translation>
    </message>
    <message>
      <source>Errors allowed</source>
      <translation>Erreurs admises</translation>
    </message>
    <message>
      <source>Errors keep the journey from being rehearsed.</source>
      <translation>Des erreurs empêchent de répéter le parcours.</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <source>Event attended</source>
      <translation>Participation à un événement</translation>
    </message>
    <message>
      <source>Event history</source>
      <translation>Historique d’événements</translation>
    </message>
    <message>
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation>Tous les jours</translation>
    </message>
    <message>
      <source>Every so many minutes</source>
      <translation>Toutes les n minutes</translation>
    </message>
    <message>
      <source>Every so many weeks</source>
      <translation>Toutes les n semaines</translation>
    </message>
    <message>
      <source>Everybody is skipped; choose a live journey.</source>
      <translation>Tout le monde est ignoré ; choisissez un parcours actif.</translation>
    </message>
    <message>
      <source>Everybody whom it addressed has a profile.</source>
      <translation>Toutes les personnes visées ont un profil.</translation>
    </message>
    <message>
      <source>Excel</source>
      <translation>Excel</translation>
    </message>
    <message>
      <source>Exclude them before, or choose another identity field.</source>
      <translation>Excluez-les avant, ou choisissez un autre champ d’identité.</translation>
    </message>
    <message>
      <source>Exclude them before, or fill the key in another way.</source>
      <translation>Excluez-les avant, ou remplissez la clé autrement.</translation>
    </message>
    <message>
      <source>Exclude them first, unless you mean so.</source>
      <translation>Excluez-les d’abord, sauf si c’est voulu.</translation>
    </message>
    <message>
      <source>Exclusion</source>
      <translation>Exclusion</translation>
    </message>
    <message>
      <source>Exclusion rules</source>
      <translation>Règles d’exclusion</translation>
    </message>
    <message>
      <source>Execution address</source>
      <translation>Adresse d’exécution</translation>
    </message>
    <message>
      <source>Existing</source>
      <translation>Existant</translation>
    </message>
    <message>
      <source>Existing audience</source>
      <translation>Audience existante</translation>
    </message>
    <message>
      <source>Exit date</source>
      <translation>Date de sortie</translation>
    </message>
    <message>
      <source>Exits by reason</source>
      <translation>Sorties par motif</translation>
    </message>
    <message>
      <source>Expected revenue</source>
      <translation>Revenu attendu</translation>
    </message>
    <message>
      <source>Export as CSV or Parquet.</source>
      <translation>Exportez en CSV ou en Parquet.</translation>
    </message>
    <message>
      <source>Export the logic and the counts alone.</source>
      <translation>Exportez seulement la logique et les nombres.</translation>
    </message>
    <message>
      <source>Expression</source>
      <translation>Expression</translation>
    </message>
    <message>
      <source>External action</source>
      <translation>Action externe</translation>
    </message>
    <message>
      <source>External signal</source>
      <translation>Signal externe</translation>
    </message>
    <message>
      <source>External split paths</source>
      <translation>Répartition externe</translation>
    </message>
    <message>
      <source>Extract file</source>
      <translation>Extraire un fichier</translation>
    </message>
    <message>
      <source>Fail</source>
      <translation>Échouer</translation>
    </message>
    <message>
      <source>False</source>
      <translation>Faux</translation>
    </message>
    <message>
      <source>Fastest groups</source>
      <translation>Groupes les plus rapides</translation>
    </message>
    <message>
      <source>Fax number</source>
      <translation>Fax</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <source>Field required</source>
      <translation>Valeur obligatoire</translation>
    </message>
    <message>
      <source>Fields to update</source>
      <translation>Champs à mettre à jour</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>File exists</source>
      <translation>Le fichier existe déjà</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>Nom du fichier</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>Nom de fichier trop long</translation>
    </message>
    <message>
      <source>Files that end in {suffix} cannot be written.</source>
      <translation>Les fichiers en {suffix} ne peuvent pas être écrits.</translation>
    </message>
    <message>
      <source>Fill it by a filter instead.</source>
      <translation>Remplissez-la plutôt par un filtre.</translation>
    </message>
    <message>
      <source>Fill it in.</source>
      <translation>Remplissez ce champ.</translation>
    </message>
    <message>
      <source>Filled up on the left, or cut, to the length.</source>
      <translation>Complété à gauche, ou coupé, à la longueur voulue.</translation>
    </message>
    <message>
      <source>Filled up on the right, or cut, to the length.</source>
      <translation>Complété à droite, ou coupé, à la longueur voulue.</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filtres</translation>
    </message>
    <message>
      <source>Find the people or records that match a rule.</source>
      <translation>Trouver les personnes ou les enregistrements qui remplissent une règle.</translation>
    </message>
    <message>
      <source>Find the records that match a rule and were not found before.</source>
      <translation>Trouver les enregistrements qui remplissent une règle et n’avaient pas encore été trouvés.</translation>
    </message>
    <message>
      <source>First activity</source>
      <translation>Première activité</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Premier jour</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Prénom</translation>
    </message>
    <message>
      <source>Fiscal quarter</source>
      <translation>Trimestre fiscal</translation>
    </message>
    <message>
      <source>Fiscal year</source>
      <translation>Exercice fiscal</translation>
    </message>
    <message>
      <source>Fits no record</source>
      <translation>Ne correspond à aucun enregistrement</translation>
    </message>
    <message>
      <source>Fits no record of the entity</source>
      <translation>Ne correspond à aucun enregistrement de l’entité</translation>
    </message>
    <message>
      <source>Fixed</source>
      <translation>Fixe</translation>
    </message>
    <message>
      <source>Flatten it, or keep a part as a predefined filter.</source>
      <translation>Aplatissez-la, ou gardez-en une partie comme filtre prédéfini.</translation>
    </message>
    <message>
      <source>Flow control</source>
      <translation>Contrôle de flux</translation>
    </message>
    <message>
      <source>Follow the first path whose condition holds.</source>
      <translation>Suivre le premier chemin dont la condition est remplie.</translation>
    </message>
    <message>
      <source>For a value that remap does not name.</source>
      <translation>Pour une valeur absente du remplacement.</translation>
    </message>
    <message>
      <source>For advanced logic, such as 1 and (2 or 3).</source>
      <translation>Pour une logique avancée, par exemple 1 and (2 or 3).</translation>
    </message>
    <message>
      <source>For expression and list of values.</source>
      <translation>Pour une expression ou une liste de valeurs.</translation>
    </message>
    <message>
      <source>Forecast category</source>
      <translation>Catégorie de prévision</translation>
    </message>
    <message>
      <source>Forecast category name</source>
      <translation>Nom de la catégorie de prévision</translation>
    </message>
    <message>
      <source>Fork</source>
      <translation>Embranchement</translation>
    </message>
    <message>
      <source>Form filled out</source>
      <translation>Formulaire rempli</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Found in an excluded set</source>
      <translation>Trouvé dans un ensemble exclu</translation>
    </message>
    <message>
      <source>Free disk space, raise the memory limit in the settings, or filter earlier in the graph.</source>
      <translation>Libérez de l’espace disque, relevez la limite de mémoire dans les réglages, ou filtrez plus tôt dans le graphe.</translation>
    </message>
    <message>
      <source>Frequency</source>
      <translation>Fréquence</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>Ven</translation>
    </message>
    <message>
      <source>From</source>
      <translation>De</translation>
    </message>
    <message>
      <source>From address</source>
      <translation>Adresse de l’expéditeur</translation>
    </message>
    <message>
      <source>From end</source>
      <translation>Depuis la sortie</translation>
    </message>
    <message>
      <source>From name</source>
      <translation>Nom de l’expéditeur</translation>
    </message>
    <message>
      <source>From start</source>
      <translation>Depuis l’entrée</translation>
    </message>
    <message>
      <source>From then on nobody enters; whoever is inside goes on.</source>
      <translation>Dès lors, personne n’entre ; qui est dedans continue.</translation>
    </message>
    <message>
      <source>Frozen</source>
      <translation>Figées</translation>
    </message>
    <message>
      <source>Function</source>
      <translation>Fonction</translation>
    </message>
    <message>
      <source>Generate complement</source>
      <translation>Générer le complément</translation>
    </message>
    <message>
      <source>Generate outbound transition</source>
      <translation>Générer une transition sortante</translation>
    </message>
    <message>
      <source>Give a field of the account a new value.</source>
      <translation>Donner une nouvelle valeur à un champ du compte.</translation>
    </message>
    <message>
      <source>Give a field of the person a new value.</source>
      <translation>Donner une nouvelle valeur à un champ de la personne.</translation>
    </message>
    <message>
      <source>Give a value, or use 'is empty'.</source>
      <translation>Donnez une valeur, ou utilisez « est vide ».</translation>
    </message>
    <message>
      <source>Give at least one value.</source>
      <translation>Donnez au moins une valeur.</translation>
    </message>
    <message>
      <source>Give both bounds.</source>
      <translation>Donnez les deux bornes.</translation>
    </message>
    <message>
      <source>Give both.</source>
      <translation>Donnez les deux.</translation>
    </message>
    <message>
      <source>Give each column its own name.</source>
      <translation>Donnez à chaque colonne son propre nom.</translation>
    </message>
    <message>
      <source>Give each its own id.</source>
      <translation>Donnez à chacun son propre identifiant.</translation>
    </message>
    <message>
      <source>Give each its own.</source>
      <translation>Donnez à chacun le sien.</translation>
    </message>
    <message>
      <source>Give each key column a value.</source>
      <translation>Donnez une valeur à chaque colonne de la clé.</translation>
    </message>
    <message>
      <source>Give each status a name of its own.</source>
      <translation>Donnez à chaque statut son propre nom.</translation>
    </message>
    <message>
      <source>Give it a filter or a limit, or move it to the end.</source>
      <translation>Donnez-lui un filtre ou une limite, ou placez-le à la fin.</translation>
    </message>
    <message>
      <source>Give it one.</source>
      <translation>Donnez-lui-en un.</translation>
    </message>
    <message>
      <source>Give it the same keywords everywhere.</source>
      <translation>Donnez-lui partout les mêmes mots-clés.</translation>
    </message>
    <message>
      <source>Give the column another name.</source>
      <translation>Donnez un autre nom à la colonne.</translation>
    </message>
    <message>
      <source>Give the new one an id of its own.</source>
      <translation>Donnez au nouveau un identifiant qui lui soit propre.</translation>
    </message>
    <message>
      <source>Give the passphrase that its author told you.</source>
      <translation>Donnez la phrase secrète que son auteur vous a indiquée.</translation>
    </message>
    <message>
      <source>Give the solution interest a live stage model.</source>
      <translation>Donnez à l’intérêt de solution un modèle d’étapes actif.</translation>
    </message>
    <message>
      <source>Give the widths.</source>
      <translation>Donnez les largeurs.</translation>
    </message>
    <message>
      <source>Gives context.</source>
      <translation>Donne du contexte.</translation>
    </message>
    <message>
      <source>Go back to the version before in its list of versions, or delete it.</source>
      <translation>Revenez à la version précédente dans sa liste de versions, ou supprimez-le.</translation>
    </message>
    <message>
      <source>Go on when empty</source>
      <translation>Continuer si vide</translation>
    </message>
    <message>
      <source>Go on with the linked records of another dimension.</source>
      <translation>Continuer avec les enregistrements liés d’une autre dimension.</translation>
    </message>
    <message>
      <source>Greater</source>
      <translation>Supérieur</translation>
    </message>
    <message>
      <source>Greater or equal</source>
      <translation>Supérieur ou égal</translation>
    </message>
    <message>
      <source>Greater than</source>
      <translation>Supérieur à</translation>
    </message>
    <message>
      <source>Group ID</source>
      <translation>Identifiant du groupe</translation>
    </message>
    <message>
      <source>Groups by solution interest</source>
      <translation>Groupes par intérêt de solution</translation>
    </message>
    <message>
      <source>Groups by stage</source>
      <translation>Groupes par étape</translation>
    </message>
    <message>
      <source>Hand each account or person to a service of your own; here a stub answers.</source>
      <translation>Confier chaque compte ou personne à un service à vous ; ici une réponse locale en tient lieu.</translation>
    </message>
    <message>
      <source>Has opportunity</source>
      <translation>A une opportunité</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>En-tête</translation>
    </message>
    <message>
      <source>Header line</source>
      <translation>Ligne d’en-tête</translation>
    </message>
    <message>
      <source>Here it is {here}, in the bundle {other}.</source>
      <translation>Ici : {here} ; dans le lot : {other}.</translation>
    </message>
    <message>
      <source>High</source>
      <translation>Élevé</translation>
    </message>
    <message>
      <source>Highest first</source>
      <translation>Les plus grands d’abord</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <source>History in days</source>
      <translation>Historique en jours</translation>
    </message>
    <message>
      <source>Hold accounts or people for a time, or until a date.</source>
      <translation>Retenir comptes ou personnes un temps, ou jusqu’à une date.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>C’est le cas</translation>
    </message>
    <message>
      <source>Hour</source>
      <translation>Heure</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>Heures</translation>
    </message>
    <message>
      <source>How far the buying groups have come.</source>
      <translation>Où en sont les groupes d’achat.</translation>
    </message>
    <message>
      <source>How it ended</source>
      <translation>Fin</translation>
    </message>
    <message>
      <source>How many accounts came to each step.</source>
      <translation>Combien de comptes sont arrivés à chaque étape.</translation>
    </message>
    <message>
      <source>How many accounts went from each step to the next.</source>
      <translation>Combien de comptes sont passés de chaque étape à la suivante.</translation>
    </message>
    <message>
      <source>How many buying groups each interest has.</source>
      <translation>Combien de groupes d’achat a chaque intérêt.</translation>
    </message>
    <message>
      <source>How many different values there are.</source>
      <translation>Combien il y a de valeurs différentes.</translation>
    </message>
    <message>
      <source>How many members each role has for each interest.</source>
      <translation>Combien de membres a chaque rôle pour chaque intérêt.</translation>
    </message>
    <message>
      <source>How many people did something, by month and kind.</source>
      <translation>Combien de personnes ont agi, par mois et par genre.</translation>
    </message>
    <message>
      <source>How many records there are.</source>
      <translation>Combien il y a d’enregistrements.</translation>
    </message>
    <message>
      <source>How many values are not empty.</source>
      <translation>Combien de valeurs ne sont pas vides.</translation>
    </message>
    <message>
      <source>How paths begin; empty means the table or transition.</source>
      <translation>Début des chemins ; vide signifie la table ou la transition.</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <source>Identification</source>
      <translation>Identification</translation>
    </message>
    <message>
      <source>Identity namespace</source>
      <translation>Espace d’identité</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Ignorer</translation>
    </message>
    <message>
      <source>Ignore case</source>
      <translation>Ignorer la casse</translation>
    </message>
    <message>
      <source>Ignore case and spaces</source>
      <translation>Ignorer la casse et les espaces</translation>
    </message>
    <message>
      <source>Ignores opt-out and limits.</source>
      <translation>Ignore les désinscriptions et les limites.</translation>
    </message>
    <message>
      <source>Image URL</source>
      <translation>URL de l’image</translation>
    </message>
    <message>
      <source>Immediately</source>
      <translation>Immédiatement</translation>
    </message>
    <message>
      <source>Import a file into it first.</source>
      <translation>Importez-y d’abord un fichier.</translation>
    </message>
    <message>
      <source>Import data as a file of its own, or choose another document.</source>
      <translation>Importez les données dans un fichier à part, ou choisissez un autre document.</translation>
    </message>
    <message>
      <source>Import it instead.</source>
      <translation>Importez-le plutôt.</translation>
    </message>
    <message>
      <source>Import it into the workspace instead, and build the audience from its table.</source>
      <translation>Importez-le plutôt dans l’espace de travail, et construisez l’audience à partir de sa table.</translation>
    </message>
    <message>
      <source>Import its members again from a file.</source>
      <translation>Importez à nouveau ses membres depuis un fichier.</translation>
    </message>
    <message>
      <source>Import the file into the workspace first.</source>
      <translation>Importez d’abord le fichier dans l’espace de travail.</translation>
    </message>
    <message>
      <source>Import the service from its description.</source>
      <translation>Importez le service à partir de sa description.</translation>
    </message>
    <message>
      <source>Import them again.</source>
      <translation>Importez-les de nouveau.</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Dans</translation>
    </message>
    <message>
      <source>In UTC.</source>
      <translation>En UTC.</translation>
    </message>
    <message>
      <source>In a fixed-width file.</source>
      <translation>Dans un fichier à largeur fixe.</translation>
    </message>
    <message>
      <source>In its last {days} days it can be let last longer.</source>
      <translation>Elle peut être prolongée dans ses {days} derniers jours.</translation>
    </message>
    <message>
      <source>In lower case.</source>
      <translation>En minuscules.</translation>
    </message>
    <message>
      <source>In next</source>
      <translation>Dans les prochains</translation>
    </message>
    <message>
      <source>In no subset</source>
      <translation>Dans aucun sous-ensemble</translation>
    </message>
    <message>
      <source>In past</source>
      <translation>Dans le passé</translation>
    </message>
    <message>
      <source>In the other set</source>
      <translation>Dans l’autre ensemble</translation>
    </message>
    <message>
      <source>In the period before</source>
      <translation>Dans la période précédente</translation>
    </message>
    <message>
      <source>In the primary set</source>
      <translation>Dans l’ensemble principal</translation>
    </message>
    <message>
      <source>In this run another way is taken, or it is not reached.</source>
      <translation>Dans cette exécution un autre chemin est pris, ou celui-ci n’est pas atteint.</translation>
    </message>
    <message>
      <source>In this time zone</source>
      <translation>Dans ce fuseau horaire</translation>
    </message>
    <message>
      <source>In upper case.</source>
      <translation>En majuscules.</translation>
    </message>
    <message>
      <source>In which stage groups were when the period began, and ended.</source>
      <translation>À quelle étape étaient les groupes au début et à la fin de la période.</translation>
    </message>
    <message>
      <source>Inactive</source>
      <translation>Inactif</translation>
    </message>
    <message>
      <source>Incremental query</source>
      <translation>Requête incrémentale</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>Secteur</translation>
    </message>
    <message>
      <source>Inferred state region</source>
      <translation>Région déduite</translation>
    </message>
    <message>
      <source>Input should be a date</source>
      <translation>Il faut une date</translation>
    </message>
    <message>
      <source>Input should be a date and time</source>
      <translation>Il faut une date et une heure</translation>
    </message>
    <message>
      <source>Input should be a finite number</source>
      <translation>Il faut un nombre fini</translation>
    </message>
    <message>
      <source>Input should be a list</source>
      <translation>Il faut une liste</translation>
    </message>
    <message>
      <source>Input should be a multiple of {multiple_of}</source>
      <translation>Il faut un multiple de {multiple_of}</translation>
    </message>
    <message>
      <source>Input should be a text</source>
      <translation>Il faut un texte</translation>
    </message>
    <message>
      <source>Input should be a time of day</source>
      <translation>Il faut une heure</translation>
    </message>
    <message>
      <source>Input should be a valid integer</source>
      <translation>Il faut un nombre entier</translation>
    </message>
    <message>
      <source>Input should be a valid number</source>
      <translation>Il faut un nombre</translation>
    </message>
    <message>
      <source>Input should be a whole number</source>
      <translation>Il faut un nombre entier</translation>
    </message>
    <message>
      <source>Input should be an object</source>
      <translation>Il faut un objet</translation>
    </message>
    <message>
      <source>Input should be greater than or equal to {ge}</source>
      <translation>Il faut une valeur d’au moins {ge}</translation>
    </message>
    <message>
      <source>Input should be greater than {gt}</source>
      <translation>Il faut une valeur supérieure à {gt}</translation>
    </message>
    <message>
      <source>Input should be less than or equal to {le}</source>
      <translation>Il faut une valeur d’au plus {le}</translation>
    </message>
    <message>
      <source>Input should be less than {lt}</source>
      <translation>Il faut une valeur inférieure à {lt}</translation>
    </message>
    <message>
      <source>Input should be true or false</source>
      <translation>Il faut vrai ou faux</translation>
    </message>
    <message>
      <source>Input should be {expected}</source>
      <translation>Il faut {expected}</translation>
    </message>
    <message>
      <source>Input type</source>
      <translation>Type d’entrée</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>Insérer</translation>
    </message>
    <message>
      <source>Insert or update</source>
      <translation>Insérer ou mettre à jour</translation>
    </message>
    <message>
      <source>Insert, update or delete records of a table.</source>
      <translation>Insérer, mettre à jour ou supprimer les enregistrements d’une table.</translation>
    </message>
    <message>
      <source>Instead of a saved audience; without filters, all accounts.</source>
      <translation>Au lieu d’une audience enregistrée ; sans filtre, tous les comptes.</translation>
    </message>
    <message>
      <source>Instead of a table.</source>
      <translation>Au lieu d’une table.</translation>
    </message>
    <message>
      <source>Instead of an attribute.</source>
      <translation>Au lieu d’un attribut.</translation>
    </message>
    <message>
      <source>Integer</source>
      <translation>Entier</translation>
    </message>
    <message>
      <source>Intent</source>
      <translation>Intention</translation>
    </message>
    <message>
      <source>Interest</source>
      <translation>Intérêt</translation>
    </message>
    <message>
      <source>Interesting moment</source>
      <translation>Moment intéressant</translation>
    </message>
    <message>
      <source>Intersection</source>
      <translation>Intersection</translation>
    </message>
    <message>
      <source>Invented engagement</source>
      <translation>Engagement inventé</translation>
    </message>
    <message>
      <source>Is</source>
      <translation>Est</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>C’est un dossier</translation>
    </message>
    <message>
      <source>Is any</source>
      <translation>Est parmi</translation>
    </message>
    <message>
      <source>Is bot activity</source>
      <translation>Activité de robot</translation>
    </message>
    <message>
      <source>Is closed</source>
      <translation>Fermée</translation>
    </message>
    <message>
      <source>Is mobile device</source>
      <translation>Appareil mobile</translation>
    </message>
    <message>
      <source>Is not</source>
      <translation>N’est pas</translation>
    </message>
    <message>
      <source>Is removed</source>
      <translation>Est retiré</translation>
    </message>
    <message>
      <source>Is synthetic</source>
      <translation>Activité synthétique</translation>
    </message>
    <message>
      <source>Is won</source>
      <translation>Gagnée</translation>
    </message>
    <message>
      <source>It</source>
      <translation>L’élément</translation>
    </message>
    <message>
      <source>It can become {statuses}.</source>
      <translation>Elle peut passer à l’état {statuses}.</translation>
    </message>
    <message>
      <source>It cannot be read from line {line} on.</source>
      <translation>Il est illisible à partir de la ligne {line}.</translation>
    </message>
    <message>
      <source>It could not be prepared; see the problems.</source>
      <translation>L’activité n’a pas pu être préparée ; voyez les problèmes.</translation>
    </message>
    <message>
      <source>It does not come from {lacking}.</source>
      <translation>Il ne vient pas de {lacking}.</translation>
    </message>
    <message>
      <source>It does not say of which kind it is</source>
      <translation>Il manque l’indication de son genre</translation>
    </message>
    <message>
      <source>It fails: {failed}</source>
      <translation>N’est pas remplie : {failed}</translation>
    </message>
    <message>
      <source>It goes on only when all of them have come.</source>
      <translation>L’activité ne continue que quand tous sont arrivés.</translation>
    </message>
    <message>
      <source>It has a word that is no number, and, or, not or parenthesis</source>
      <translation>Elle contient un mot qui n’est ni un numéro, ni and, or, not, ni une parenthèse</translation>
    </message>
    <message numerus="yes">
      <source>It has more than {n} line(s).</source>
      <translation>
        <numerusform>Il a plus d’une ligne ({n}).</numerusform>
        <numerusform>Il a plus de {n} lignes.</numerusform>
      </translation>
    </message>
    <message>
      <source>It has no column of answers.</source>
      <translation>Elle n’a pas de colonne de réponses.</translation>
    </message>
    <message>
      <source>It has no fitting column {wrong}.</source>
      <translation>Elle n’a pas de colonne {wrong} qui convienne.</translation>
    </message>
    <message>
      <source>It has no readable sheet {sheet}: {reason}</source>
      <translation>Il n’a pas de feuille {sheet} lisible : {reason}</translation>
    </message>
    <message>
      <source>It has no such sheet, or the sheet is damaged.</source>
      <translation>Il n’a pas cette feuille, ou la feuille est endommagée.</translation>
    </message>
    <message>
      <source>It has run already, so it cannot become a draft again.</source>
      <translation>Il s’est déjà exécuté et ne peut donc pas redevenir un brouillon.</translation>
    </message>
    <message numerus="yes">
      <source>It has {n} activit(y|ies).</source>
      <translation>
        <numerusform>Il a {n} activité.</numerusform>
        <numerusform>Il a {n} activités.</numerusform>
      </translation>
    </message>
    <message>
      <source>It is a pause point; resume to go on.</source>
      <translation>C’est un point de pause ; reprenez pour continuer.</translation>
    </message>
    <message>
      <source>It is added under a new name, beside the one here.</source>
      <translation>Il est ajouté sous un nouveau nom, à côté de celui d’ici.</translation>
    </message>
    <message>
      <source>It is added.</source>
      <translation>Il est ajouté.</translation>
    </message>
    <message>
      <source>It is archived already.</source>
      <translation>Il est déjà archivé.</translation>
    </message>
    <message>
      <source>It is called {document}, and {of} in the manifest.</source>
      <translation>Il s’appelle {document}, et {of} dans le manifeste.</translation>
    </message>
    <message>
      <source>It is damaged or incomplete, or it is a file of another kind.</source>
      <translation>Il est endommagé ou incomplet, ou c’est un fichier d’une autre sorte.</translation>
    </message>
    <message>
      <source>It is damaged or protected, or it is no workbook.</source>
      <translation>Il est endommagé ou protégé, ou ce n’est pas un classeur.</translation>
    </message>
    <message>
      <source>It is deleted in {system}.</source>
      <translation>Il est supprimé dans {system}.</translation>
    </message>
    <message>
      <source>It is disabled; the path ends here.</source>
      <translation>L’activité est désactivée ; le chemin s’arrête ici.</translation>
    </message>
    <message>
      <source>It is excluded by: {taken}</source>
      <translation>Exclu par : {taken}</translation>
    </message>
    <message>
      <source>It is kept as it is; it and what follows it are not counted.</source>
      <translation>Elle est gardée telle quelle ; ni elle ni ce qui la suit n’est compté.</translation>
    </message>
    <message>
      <source>It is kept, but has no effect. Check its spelling or remove it.</source>
      <translation>Il est gardé, mais sans effet. Vérifiez son orthographe ou retirez-le.</translation>
    </message>
    <message>
      <source>It is left out.</source>
      <translation>Il est laissé de côté.</translation>
    </message>
    <message>
      <source>It is live, and its run did not fail, so it cannot become a draft again.</source>
      <translation>Il est actif, et son exécution n’a pas échoué : il ne peut pas redevenir un brouillon.</translation>
    </message>
    <message>
      <source>It is made of letters without accents, digits, _ and $, and no digit is the first.</source>
      <translation>Il se compose de lettres sans accents, de chiffres, de _ et de $, et ne commence pas par un chiffre.</translation>
    </message>
    <message>
      <source>It is never heard here.</source>
      <translation>Cet événement ne serait jamais reçu ici.</translation>
    </message>
    <message>
      <source>It is not clear which path should go on after {node}.</source>
      <translation>On ne sait pas quel chemin doit continuer après {node}.</translation>
    </message>
    <message>
      <source>It left there by {ports}.</source>
      <translation>Il en est sorti par {ports}.</translation>
    </message>
    <message>
      <source>It nests more than {deepest} levels deep</source>
      <translation>Elle s’imbrique sur plus de {deepest} niveaux</translation>
    </message>
    <message>
      <source>It runs again at its next launch; this one is not made up for.</source>
      <translation>Elle s’exécutera à son prochain lancement ; celui-ci n’est pas rattrapé.</translation>
    </message>
    <message>
      <source>It runs daily; nothing is to be done.</source>
      <translation>Elle s’exécute chaque jour ; il n’y a rien à faire.</translation>
    </message>
    <message>
      <source>It runs only once, so there is nothing to close.</source>
      <translation>Il ne s’exécute qu’une fois : il n’y a rien à clore.</translation>
    </message>
    <message>
      <source>It waits to be confirmed.</source>
      <translation>En attente de confirmation.</translation>
    </message>
    <message>
      <source>It was damaged, perhaps on its way.</source>
      <translation>Elle a été endommagée, peut-être en route.</translation>
    </message>
    <message>
      <source>It was left out; only CREATE TABLE is read.</source>
      <translation>L’instruction a été ignorée ; seul CREATE TABLE est lu.</translation>
    </message>
    <message>
      <source>It was never test-run, so it cannot be restarted.</source>
      <translation>Il n’a jamais été testé et ne peut donc pas être relancé.</translation>
    </message>
    <message>
      <source>It was removed meanwhile, or never there.</source>
      <translation>L’élément a été retiré entre-temps, ou n’a jamais existé.</translation>
    </message>
    <message>
      <source>Its first part is not the media type {media_type}.</source>
      <translation>Sa première partie n’est pas le type de média {media_type}.</translation>
    </message>
    <message>
      <source>Its logic becomes a new version of the document here; name, places and looks stay.</source>
      <translation>Sa logique devient une nouvelle version du document d’ici ; nom, positions et apparence restent.</translation>
    </message>
    <message>
      <source>Its members are records of {there}, and those that come are of {here}.</source>
      <translation>Ses membres sont des enregistrements de {there}, et ceux qui arrivent sont de {here}.</translation>
    </message>
    <message>
      <source>Its members may still change by hand.</source>
      <translation>Ses membres peuvent encore changer à la main.</translation>
    </message>
    <message>
      <source>Its send status is {status}.</source>
      <translation>Son statut d’envoi est {status}.</translation>
    </message>
    <message>
      <source>Jalon was closed during this run. Continue it: what is done already is not done again.</source>
      <translation>Jalon a été fermé pendant cette exécution. Continuez-la : ce qui est déjà fait n’est pas refait.</translation>
    </message>
    <message>
      <source>Job title</source>
      <translation>Fonction</translation>
    </message>
    <message>
      <source>Join by more fields, or make it a collection.</source>
      <translation>Joignez par davantage de champs, ou faites-en une collection.</translation>
    </message>
    <message>
      <source>Join populations, keep what they share, or take one from another.</source>
      <translation>Réunir des populations, garder ce qu’elles partagent, ou retirer l’une de l’autre.</translation>
    </message>
    <message>
      <source>Join them with Combine first.</source>
      <translation>Réunissez-les d’abord avec Combiner.</translation>
    </message>
    <message>
      <source>Journey</source>
      <translation>Parcours</translation>
    </message>
    <message>
      <source>Journey ID</source>
      <translation>Identifiant du parcours</translation>
    </message>
    <message>
      <source>Journey duration</source>
      <translation>Durée du parcours</translation>
    </message>
    <message>
      <source>Journey member</source>
      <translation>Membre d’un parcours</translation>
    </message>
    <message>
      <source>Journey status</source>
      <translation>État du parcours</translation>
    </message>
    <message>
      <source>Journeys</source>
      <translation>Parcours</translation>
    </message>
    <message>
      <source>Journeys by engagement</source>
      <translation>Parcours par engagement</translation>
    </message>
    <message>
      <source>Journeys by the share of accounts that complete them, in percent.</source>
      <translation>Parcours selon la part des comptes qui arrivent au bout, en pour cent.</translation>
    </message>
    <message>
      <source>Journeys need the name of an account and the e-mail address of a person.</source>
      <translation>Les parcours ont besoin du nom d’un compte et de l’adresse e-mail d’une personne.</translation>
    </message>
    <message>
      <source>Journeys that are added to</source>
      <translation>Parcours auxquels on ajoute</translation>
    </message>
    <message>
      <source>Journeys that are live now.</source>
      <translation>Parcours actifs à présent.</translation>
    </message>
    <message>
      <source>Json</source>
      <translation>JSON</translation>
    </message>
    <message>
      <source>Json lines</source>
      <translation>Lignes JSON</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Garder</translation>
    </message>
    <message>
      <source>Keep one row, or a few, of those that agree on chosen fields.</source>
      <translation>Garder une ligne, ou quelques-unes, parmi celles qui s’accordent sur des champs choisis.</translation>
    </message>
    <message>
      <source>Keep one.</source>
      <translation>Gardez-en un.</translation>
    </message>
    <message>
      <source>Keep rejects in a file</source>
      <translation>Garder les rejets dans un fichier</translation>
    </message>
    <message>
      <source>Keep these attributes, or change those campaigns first.</source>
      <translation>Gardez ces attributs, ou modifiez d’abord ces campagnes.</translation>
    </message>
    <message>
      <source>Keep unreconciled data</source>
      <translation>Garder les données non réconciliées</translation>
    </message>
    <message>
      <source>Keeps the records that the inbound transition carries; otherwise it only starts the activity.</source>
      <translation>Garde les enregistrements que porte la transition entrante ; sinon elle ne fait que démarrer l’activité.</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Clés</translation>
    </message>
    <message>
      <source>Keys of different records cannot be compared.</source>
      <translation>Les clés d’enregistrements différents ne se comparent pas.</translation>
    </message>
    <message>
      <source>Keyword</source>
      <translation>Mot-clé</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Genre</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Libellé</translation>
    </message>
    <message>
      <source>Label of the other accounts</source>
      <translation>Libellé des autres comptes</translation>
    </message>
    <message>
      <source>Label of the other people</source>
      <translation>Libellé des autres personnes</translation>
    </message>
    <message>
      <source>Label one differently.</source>
      <translation>Donnez un autre libellé à l’une d’elles.</translation>
    </message>
    <message>
      <source>Last activity</source>
      <translation>Dernière activité</translation>
    </message>
    <message>
      <source>Last activity date</source>
      <translation>Date de dernière activité</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <source>Last execution</source>
      <translation>Dernière exécution</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Last updated</source>
      <translation>Dernière mise à jour</translation>
    </message>
    <message>
      <source>Layout</source>
      <translation>Disposition</translation>
    </message>
    <message>
      <source>Lead status</source>
      <translation>Statut du prospect</translation>
    </message>
    <message>
      <source>Leave it out.</source>
      <translation>Retirez-le.</translation>
    </message>
    <message>
      <source>Leave one of them out, or rename it in the file.</source>
      <translation>Laissez l’une d’elles de côté, ou renommez-la dans le fichier.</translation>
    </message>
    <message>
      <source>Leave one.</source>
      <translation>N’en laissez qu’une.</translation>
    </message>
    <message>
      <source>Leave out \ / : * ? " &lt; &gt; and |.</source>
      <translation>Retirez \ / : * ? " &lt; &gt; et |.</translation>
    </message>
    <message>
      <source>Leave out folders and the signs / \ : * ? " &lt; &gt; |.</source>
      <translation>Retirez les dossiers et les signes / \ : * ? " &lt; &gt; |.</translation>
    </message>
    <message>
      <source>Leave out the offset: all moments are in the campaign's time zone.</source>
      <translation>Retirez le décalage horaire : tous les moments sont dans le fuseau de la campagne.</translation>
    </message>
    <message>
      <source>Leave that function out to get a script.</source>
      <translation>Retirez cette fonction pour obtenir un script.</translation>
    </message>
    <message>
      <source>Leave two.</source>
      <translation>N’en laissez que deux.</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Sorti</translation>
    </message>
    <message>
      <source>Left here</source>
      <translation>Parti d’ici</translation>
    </message>
    <message>
      <source>Less</source>
      <translation>Inférieur</translation>
    </message>
    <message>
      <source>Less or equal</source>
      <translation>Inférieur ou égal</translation>
    </message>
    <message>
      <source>Less than</source>
      <translation>Inférieur à</translation>
    </message>
    <message>
      <source>Let a service of your own decide the path; here a stub answers.</source>
      <translation>Laisser un service à vous choisir le chemin ; ici une réponse locale en tient lieu.</translation>
    </message>
    <message>
      <source>Let it be confirmed, unless nobody needs to look at it first.</source>
      <translation>Laissez-le à confirmer, sauf si personne n’a besoin de le regarder d’abord.</translation>
    </message>
    <message>
      <source>Let one of them become another column, or leave it out.</source>
      <translation>Faites de l’une d’elles une autre colonne, ou laissez-la de côté.</translation>
    </message>
    <message>
      <source>Let people enter: members of an audience or a list every day, or whoever does something at once.</source>
      <translation>Faire entrer des personnes : les membres d’une audience ou d’une liste chaque jour, ou immédiatement qui fait une action.</translation>
    </message>
    <message>
      <source>Let the account enter another journey at once, whatever its audience.</source>
      <translation>Faire entrer immédiatement le compte dans un autre parcours, quelle que soit son audience.</translation>
    </message>
    <message>
      <source>Let the accounts of an audience or a list enter, evaluated every day.</source>
      <translation>Faire entrer les comptes d’une audience ou d’une liste, évaluée chaque jour.</translation>
    </message>
    <message>
      <source>Let the person enter a person journey at once, whatever its audience.</source>
      <translation>Faire entrer immédiatement la personne dans un parcours de personnes, quelle que soit son audience.</translation>
    </message>
    <message>
      <source>Levels</source>
      <translation>Niveaux</translation>
    </message>
    <message>
      <source>Like</source>
      <translation>Ressemble à</translation>
    </message>
    <message>
      <source>Limit</source>
      <translation>Limite</translation>
    </message>
    <message>
      <source>Limit by</source>
      <translation>Limiter par</translation>
    </message>
    <message>
      <source>Line {line}: {reason}</source>
      <translation>Ligne {line} : {reason}</translation>
    </message>
    <message>
      <source>Lines of a file have no dimension to change.</source>
      <translation>Les lignes d’un fichier n’ont pas de dimension à changer.</translation>
    </message>
    <message>
      <source>Lines to retrieve</source>
      <translation>Lignes à récupérer</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Lien</translation>
    </message>
    <message>
      <source>Links</source>
      <translation>Liens</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>List ID</source>
      <translation>Identifiant de la liste</translation>
    </message>
    <message>
      <source>List member</source>
      <translation>Membre d’une liste</translation>
    </message>
    <message>
      <source>List name</source>
      <translation>Nom de la liste</translation>
    </message>
    <message>
      <source>Listen for an event</source>
      <translation>Attendre un événement</translation>
    </message>
    <message>
      <source>Listened to event</source>
      <translation>Événement reçu</translation>
    </message>
    <message>
      <source>Lists</source>
      <translation>Listes</translation>
    </message>
    <message>
      <source>Lists, interests, templates or other objects that it names are different here.</source>
      <translation>Des listes, intérêts, modèles ou autres objets qu’il désigne sont différents ici.</translation>
    </message>
    <message>
      <source>Load at least one column.</source>
      <translation>Chargez au moins une colonne.</translation>
    </message>
    <message>
      <source>Load file</source>
      <translation>Charger un fichier</translation>
    </message>
    <message>
      <source>Load it first.</source>
      <translation>Chargez-la d’abord.</translation>
    </message>
    <message>
      <source>Load it, or name another table in the custom object.</source>
      <translation>Chargez-la, ou désignez une autre table dans l’objet personnalisé.</translation>
    </message>
    <message>
      <source>Load them first.</source>
      <translation>Chargez-les d’abord.</translation>
    </message>
    <message>
      <source>Local time in the campaign's zone.</source>
      <translation>Heure locale dans le fuseau de la campagne.</translation>
    </message>
    <message>
      <source>Logic</source>
      <translation>Logique</translation>
    </message>
    <message>
      <source>Logo URL</source>
      <translation>URL du logo</translation>
    </message>
    <message>
      <source>Long</source>
      <translation>Long</translation>
    </message>
    <message>
      <source>Look at an activity that chooses among rows.</source>
      <translation>Regardez une activité qui choisit parmi les lignes.</translation>
    </message>
    <message>
      <source>Look at its counts.</source>
      <translation>Regardez ses nombres.</translation>
    </message>
    <message>
      <source>Look at its problems.</source>
      <translation>Regardez ses problèmes.</translation>
    </message>
    <message>
      <source>Look at the canvas as it is now, and try again.</source>
      <translation>Regardez le canevas tel qu’il est maintenant, et réessayez.</translation>
    </message>
    <message>
      <source>Look at the problems of the activity before it.</source>
      <translation>Regardez les problèmes de l’activité précédente.</translation>
    </message>
    <message>
      <source>Look at the runs of the campaign that saves it.</source>
      <translation>Regardez les exécutions de la campagne qui l’enregistre.</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>Faible</translation>
    </message>
    <message>
      <source>Lower</source>
      <translation>Minuscules</translation>
    </message>
    <message>
      <source>Lower them to 100 % in all.</source>
      <translation>Ramenez-les à 100 % au total.</translation>
    </message>
    <message>
      <source>Main account ID</source>
      <translation>Identifiant du compte principal</translation>
    </message>
    <message>
      <source>Make one with `jalon key new NAME`, and write its whole name into the expression.</source>
      <translation>Créez-en une avec `jalon key new NOM` et écrivez son nom entier dans l’expression.</translation>
    </message>
    <message>
      <source>Make one with `jalon key new`, or put the file of the key into {folder}.</source>
      <translation>Créez-en une avec `jalon key new`, ou placez le fichier de la clé dans {folder}.</translation>
    </message>
    <message>
      <source>Make the account a member of a static list.</source>
      <translation>Faire du compte un membre d’une liste statique.</translation>
    </message>
    <message>
      <source>Make the person a member of a program, or move a member to a status of the same or a later step.</source>
      <translation>Faire de la personne un membre d’un programme, ou faire passer un membre à un statut d’étape égale ou postérieure.</translation>
    </message>
    <message>
      <source>Make the person a member of a static people list.</source>
      <translation>Faire de la personne un membre d’une liste statique de personnes.</translation>
    </message>
    <message>
      <source>Make the person a member of the account's buying group, in a role.</source>
      <translation>Faire de la personne un membre du groupe d’achat du compte, dans un rôle.</translation>
    </message>
    <message>
      <source>Manage it as well.</source>
      <translation>Gérez-le aussi.</translation>
    </message>
    <message>
      <source>Manage the field.</source>
      <translation>Gérez ce champ.</translation>
    </message>
    <message>
      <source>Map a column of the file to {part}.</source>
      <translation>Associez une colonne du fichier à {part}.</translation>
    </message>
    <message>
      <source>Map a field to it.</source>
      <translation>Associez-y un champ.</translation>
    </message>
    <message>
      <source>Map one of its columns: {names}.</source>
      <translation>Associez l’une de ses colonnes : {names}.</translation>
    </message>
    <message>
      <source>Mark at least one stage as entry point.</source>
      <translation>Marquez au moins une étape comme point d’entrée.</translation>
    </message>
    <message>
      <source>Mark one stage as success.</source>
      <translation>Marquez une étape comme succès.</translation>
    </message>
    <message>
      <source>Mark the end of a path, and start another campaign if wanted.</source>
      <translation>Marquer la fin d’un chemin, et démarrer une autre campagne si on le veut.</translation>
    </message>
    <message>
      <source>Mark the end of a path.</source>
      <translation>Marquer la fin d’un chemin.</translation>
    </message>
    <message>
      <source>Marketing</source>
      <translation>Marketing</translation>
    </message>
    <message>
      <source>Marketing suspended</source>
      <translation>Marketing suspendu</translation>
    </message>
    <message>
      <source>Marketing suspended cause</source>
      <translation>Cause de la suspension</translation>
    </message>
    <message>
      <source>Marketo</source>
      <translation>Marketo</translation>
    </message>
    <message>
      <source>Marketo connection</source>
      <translation>connexion Marketo</translation>
    </message>
    <message>
      <source>Marketo e-mail</source>
      <translation>e-mail Marketo</translation>
    </message>
    <message>
      <source>Marketo list</source>
      <translation>liste Marketo</translation>
    </message>
    <message>
      <source>Marketo workspace</source>
      <translation>espace Marketo</translation>
    </message>
    <message>
      <source>Matches</source>
      <translation>Correspond à</translation>
    </message>
    <message>
      <source>Max</source>
      <translation>Max</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>Moyen</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Members added</source>
      <translation>Membres ajoutés</translation>
    </message>
    <message>
      <source>Members that came into groups in the period, by month and role.</source>
      <translation>Membres arrivés dans les groupes pendant la période, par mois et rôle.</translation>
    </message>
    <message>
      <source>Mend its problems first.</source>
      <translation>Corrigez d’abord ses problèmes.</translation>
    </message>
    <message>
      <source>Mend them first: see Problems.</source>
      <translation>Corrigez-les d’abord : voyez Problèmes.</translation>
    </message>
    <message>
      <source>Merge paths</source>
      <translation>Fusionner les branches</translation>
    </message>
    <message>
      <source>Merged with the same record</source>
      <translation>Fusionné avec le même enregistrement</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Message</translation>
    </message>
    <message>
      <source>Messages skip them. Look at the rows with an empty key to see which they are.</source>
      <translation>Les messages les ignorent. Affichez les lignes dont la clé est vide pour savoir lesquelles.</translation>
    </message>
    <message>
      <source>Middle name</source>
      <translation>Deuxième prénom</translation>
    </message>
    <message>
      <source>Milestone</source>
      <translation>Jalon</translation>
    </message>
    <message>
      <source>Min</source>
      <translation>Min</translation>
    </message>
    <message>
      <source>Minimum number of times</source>
      <translation>Nombre de fois minimal</translation>
    </message>
    <message>
      <source>Minute</source>
      <translation>Minute</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutes</translation>
    </message>
    <message>
      <source>Mirror pages need a web server; Jalon works without a network.</source>
      <translation>Les pages miroir demandent un serveur web ; Jalon fonctionne sans réseau.</translation>
    </message>
    <message>
      <source>Mobile phone</source>
      <translation>Portable</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>Mode</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>Lun</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mois</translation>
    </message>
    <message>
      <source>Monthly</source>
      <translation>Mensuel</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>Mois</translation>
    </message>
    <message>
      <source>More fields</source>
      <translation>Autres champs</translation>
    </message>
    <message>
      <source>More than two bounds are given.</source>
      <translation>Plus de deux bornes sont données.</translation>
    </message>
    <message>
      <source>Most engaged groups</source>
      <translation>Groupes les plus engagés</translation>
    </message>
    <message>
      <source>Move a time.</source>
      <translation>Déplacez une heure.</translation>
    </message>
    <message>
      <source>Move some of the messages to another campaign.</source>
      <translation>Déplacez une partie des messages dans une autre campagne.</translation>
    </message>
    <message>
      <source>Move the account's buying group to another stage, if the stage model allows it.</source>
      <translation>Faire passer le groupe d’achat du compte à une autre étape, si le modèle d’étapes le permet.</translation>
    </message>
    <message>
      <source>Move the person into another partition of Marketo Engage.</source>
      <translation>Déplacer la personne dans une autre partition de Marketo Engage.</translation>
    </message>
    <message>
      <source>Must end on</source>
      <translation>Doit finir un</translation>
    </message>
    <message>
      <source>My Tokens</source>
      <translation>Mes jetons</translation>
    </message>
    <message>
      <source>N</source>
      <translation>N</translation>
    </message>
    <message>
      <source>NULL clears it.</source>
      <translation>NULL l’efface.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Name it, in at most 100 characters.</source>
      <translation>Donnez-lui un nom de 100 caractères au plus.</translation>
    </message>
    <message>
      <source>Name it, or remove it.</source>
      <translation>Nommez-la, ou retirez-la.</translation>
    </message>
    <message>
      <source>Name it, such as web.formFilledOut.</source>
      <translation>Nommez-le, par exemple web.formFilledOut.</translation>
    </message>
    <message>
      <source>Name it.</source>
      <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
      <source>Name of a line</source>
      <translation>Nom d’une ligne</translation>
    </message>
    <message>
      <source>Name one of them, such as {names}.</source>
      <translation>Désignez l’un d’eux, tel que {names}.</translation>
    </message>
    <message>
      <source>Name one of these, or call the file after it: {shown}.</source>
      <translation>Désignez l’une d’elles, ou donnez son nom au fichier : {shown}.</translation>
    </message>
    <message>
      <source>Name one.</source>
      <translation>Saisissez son nom.</translation>
    </message>
    <message>
      <source>Name other approvers in the policy.</source>
      <translation>Désignez d’autres approbateurs dans la règle.</translation>
    </message>
    <message>
      <source>Name the column in the targeting dimension.</source>
      <translation>Désignez la colonne dans la dimension de ciblage.</translation>
    </message>
    <message>
      <source>Name the columns in the first line.</source>
      <translation>Nommez les colonnes dans la première ligne.</translation>
    </message>
    <message>
      <source>Needs no query: its population is that of an input, or it has none.</source>
      <translation>Sans requête : sa population est celle d’une entrée, ou elle n’en a pas.</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nouveau</translation>
    </message>
    <message>
      <source>New is</source>
      <translation>Est nouveau</translation>
    </message>
    <message>
      <source>New partition</source>
      <translation>Nouvelle partition</translation>
    </message>
    <message>
      <source>New stage</source>
      <translation>Nouvelle étape</translation>
    </message>
    <message>
      <source>New status</source>
      <translation>Nouveau statut</translation>
    </message>
    <message>
      <source>New target dimension</source>
      <translation>Nouvelle dimension de ciblage</translation>
    </message>
    <message>
      <source>New value</source>
      <translation>Nouvelle valeur</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Étape suivante</translation>
    </message>
    <message>
      <source>No SMS configuration is chosen.</source>
      <translation>Aucune configuration SMS n’est choisie.</translation>
    </message>
    <message>
      <source>No WhatsApp configuration is chosen.</source>
      <translation>Aucune configuration WhatsApp n’est choisie.</translation>
    </message>
    <message>
      <source>No account and no person has the ID {key}.</source>
      <translation>Aucun compte ni aucune personne n’a l’identifiant {key}.</translation>
    </message>
    <message>
      <source>No action is chosen.</source>
      <translation>Aucune action n’est choisie.</translation>
    </message>
    <message>
      <source>No attribute is chosen.</source>
      <translation>Aucun attribut n’est choisi.</translation>
    </message>
    <message>
      <source>No audience is built or read before this message.</source>
      <translation>Aucune audience n’est construite ni lue avant ce message.</translation>
    </message>
    <message>
      <source>No audience is chosen.</source>
      <translation>Aucune audience n’est choisie.</translation>
    </message>
    <message>
      <source>No bundle is packed so tightly.</source>
      <translation>Aucun lot n’est compressé à ce point.</translation>
    </message>
    <message>
      <source>No campaign writes {audience}.</source>
      <translation>Aucune campagne n’écrit {audience}.</translation>
    </message>
    <message>
      <source>No column is chosen to compare rows by.</source>
      <translation>Aucune colonne n’est choisie pour comparer les lignes.</translation>
    </message>
    <message>
      <source>No column is chosen.</source>
      <translation>Aucune colonne n’est choisie.</translation>
    </message>
    <message>
      <source>No column of the file becomes one of {table}.</source>
      <translation>Aucune colonne du fichier ne devient une colonne de {table}.</translation>
    </message>
    <message>
      <source>No destination is connected, so the audience reaches nobody.</source>
      <translation>Aucune destination n’est reliée : l’audience n’atteint personne.</translation>
    </message>
    <message>
      <source>No event is chosen.</source>
      <translation>Aucun événement n’est choisi.</translation>
    </message>
    <message>
      <source>No field is updated.</source>
      <translation>Aucun champ n’est mis à jour.</translation>
    </message>
    <message>
      <source>No field names the members.</source>
      <translation>Aucun champ ne désigne les membres.</translation>
    </message>
    <message>
      <source>No field tells which rows are duplicates.</source>
      <translation>Aucun champ ne dit quelles lignes sont des doublons.</translation>
    </message>
    <message>
      <source>No field to prefer is chosen.</source>
      <translation>Aucun champ n’est choisi pour la préférence.</translation>
    </message>
    <message>
      <source>No fields to join by are chosen.</source>
      <translation>Aucun champ de jointure n’est choisi.</translation>
    </message>
    <message>
      <source>No file is chosen.</source>
      <translation>Aucun fichier n’est choisi.</translation>
    </message>
    <message>
      <source>No file when nobody enters</source>
      <translation>Pas de fichier quand personne n’entre</translation>
    </message>
    <message>
      <source>No journey is chosen.</source>
      <translation>Aucun parcours n’est choisi.</translation>
    </message>
    <message>
      <source>No launch falls inside the validity.</source>
      <translation>Aucun lancement ne tombe dans la période de validité.</translation>
    </message>
    <message>
      <source>No line was rejected.</source>
      <translation>Aucune ligne n’a été rejetée.</translation>
    </message>
    <message>
      <source>No message waits to be confirmed.</source>
      <translation>Aucun message n’attend de confirmation.</translation>
    </message>
    <message>
      <source>No month is selected.</source>
      <translation>Aucun mois n’est sélectionné.</translation>
    </message>
    <message>
      <source>No object.</source>
      <translation>Pas d’objet.</translation>
    </message>
    <message>
      <source>No policy asks for an approval here.</source>
      <translation>Aucune règle ne demande ici d’approbation.</translation>
    </message>
    <message>
      <source>No population passes {transition}.</source>
      <translation>Aucune population ne passe par {transition}.</translation>
    </message>
    <message>
      <source>No preferred value is given.</source>
      <translation>Aucune valeur préférée n’est donnée.</translation>
    </message>
    <message>
      <source>No publication waits for an approval here.</source>
      <translation>Aucune publication n’attend ici d’approbation.</translation>
    </message>
    <message>
      <source>No rows stay behind at {node}.</source>
      <translation>Aucune ligne ne reste à {node}.</translation>
    </message>
    <message>
      <source>No run is paused, so none can be resumed.</source>
      <translation>Aucune exécution n’est en pause : aucune ne peut être reprise.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>Le disque est plein</translation>
    </message>
    <message>
      <source>No stage is an entry point.</source>
      <translation>Aucune étape n’est un point d’entrée.</translation>
    </message>
    <message>
      <source>No stage is chosen.</source>
      <translation>Aucune étape n’est choisie.</translation>
    </message>
    <message>
      <source>No stage is the success; there must be exactly one.</source>
      <translation>Aucune étape n’est le succès ; il en faut exactement une.</translation>
    </message>
    <message>
      <source>No stage may follow {stage}.</source>
      <translation>Aucune étape ne peut suivre {stage}.</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>Fichier ou dossier introuvable</translation>
    </message>
    <message>
      <source>No template is chosen.</source>
      <translation>Aucun modèle n’est choisi.</translation>
    </message>
    <message>
      <source>No time is given.</source>
      <translation>Aucune heure n’est donnée.</translation>
    </message>
    <message>
      <source>No values could be invented for {group} that nobody has.</source>
      <translation>Il n’a pas été possible d’inventer pour {group} des valeurs que personne n’a.</translation>
    </message>
    <message>
      <source>No way leads from an entry stage to {stage}.</source>
      <translation>Aucun chemin ne mène d’une étape d’entrée à {stage}.</translation>
    </message>
    <message>
      <source>No way leads from {stage} to the success.</source>
      <translation>Aucun chemin ne mène de {stage} au succès.</translation>
    </message>
    <message>
      <source>No web experience is chosen.</source>
      <translation>Aucune expérience web n’est choisie.</translation>
    </message>
    <message>
      <source>No week day is selected.</source>
      <translation>Aucun jour de la semaine n’est sélectionné.</translation>
    </message>
    <message>
      <source>No {title} is chosen.</source>
      <translation>Rien n’est choisi ({title}).</translation>
    </message>
    <message>
      <source>Nobody can opt out of the e-mail.</source>
      <translation>Personne ne peut se désabonner de l’e-mail.</translation>
    </message>
    <message>
      <source>Nobody can take it; change its condition or remove it.</source>
      <translation>Personne ne peut le suivre ; changez sa condition ou retirez-le.</translation>
    </message>
    <message>
      <source>Nobody could agree on behalf of {name}.</source>
      <translation>Personne ne pourrait approuver au nom de {name}.</translation>
    </message>
    <message>
      <source>Nobody entered, so no file was written.</source>
      <translation>Personne n’est entré : aucun fichier n’a été écrit.</translation>
    </message>
    <message numerus="yes">
      <source>Nobody entered; {label} keeps its {n} member(s).</source>
      <translation>
        <numerusform>Personne n’est entré ; {label} garde son unique membre ({n}).</numerusform>
        <numerusform>Personne n’est entré ; {label} garde ses {n} membres.</numerusform>
      </translation>
    </message>
    <message>
      <source>Nobody enters in this rehearsal.</source>
      <translation>Personne n’entre dans cette répétition.</translation>
    </message>
    <message>
      <source>Nobody gets the alert.</source>
      <translation>Personne ne reçoit l’alerte.</translation>
    </message>
    <message>
      <source>Nobody goes by {transition}.</source>
      <translation>Personne ne passe par {transition}.</translation>
    </message>
    <message>
      <source>Nobody has this address.</source>
      <translation>Personne n’a cette adresse.</translation>
    </message>
    <message>
      <source>Nobody refreshes it; its last members are read.</source>
      <translation>Personne ne l’actualise ; ses derniers membres sont lus.</translation>
    </message>
    <message>
      <source>Nobody would be in {label}.</source>
      <translation>Personne ne serait dans {label}.</translation>
    </message>
    <message>
      <source>Node ID</source>
      <translation>Identifiant du nœud</translation>
    </message>
    <message>
      <source>Non empty</source>
      <translation>Non vide</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucune</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>Ce n’est pas un dossier</translation>
    </message>
    <message>
      <source>Not all paths came here: {missing} stopped before.</source>
      <translation>Tous les chemins ne sont pas arrivés ici : {missing} s’est arrêté avant.</translation>
    </message>
    <message>
      <source>Not contains</source>
      <translation>Ne contient pas</translation>
    </message>
    <message>
      <source>Not empty</source>
      <translation>N’est pas vide</translation>
    </message>
    <message>
      <source>Not ends with</source>
      <translation>Ne finit pas par</translation>
    </message>
    <message>
      <source>Not equal</source>
      <translation>Différent</translation>
    </message>
    <message>
      <source>Not in</source>
      <translation>N’est pas parmi</translation>
    </message>
    <message>
      <source>Not in every set</source>
      <translation>Pas dans chaque ensemble</translation>
    </message>
    <message>
      <source>Not in past</source>
      <translation>Pas dans le passé</translation>
    </message>
    <message>
      <source>Not like</source>
      <translation>Ne ressemble pas à</translation>
    </message>
    <message>
      <source>Not matches</source>
      <translation>Ne correspond pas à</translation>
    </message>
    <message>
      <source>Not starts with</source>
      <translation>Ne commence pas par</translation>
    </message>
    <message>
      <source>Not within</source>
      <translation>Pas dans</translation>
    </message>
    <message>
      <source>Note that something noteworthy happened with the account.</source>
      <translation>Noter qu’un fait marquant concerne le compte.</translation>
    </message>
    <message>
      <source>Note that something noteworthy happened with the person.</source>
      <translation>Noter qu’un fait marquant concerne la personne.</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>Rien</translation>
    </message>
    <message>
      <source>Nothing becomes {attribute}, which {table} needs.</source>
      <translation>Rien ne devient {attribute}, dont {table} a besoin.</translation>
    </message>
    <message>
      <source>Nothing comes from {named}.</source>
      <translation>Rien ne vient de {named}.</translation>
    </message>
    <message>
      <source>Nothing compares the rows with the records.</source>
      <translation>Rien ne compare les lignes aux enregistrements.</translation>
    </message>
    <message>
      <source>Nothing fills {part}, which tells records of {title} apart.</source>
      <translation>Rien ne remplit {part}, qui distingue les enregistrements de {title}.</translation>
    </message>
    <message>
      <source>Nothing has to be done.</source>
      <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
      <source>Nothing in this document can be counted.</source>
      <translation>Rien dans ce document ne peut être compté.</translation>
    </message>
    <message>
      <source>Nothing is asked of the event {event}.</source>
      <translation>Rien n’est demandé à l’événement {event}.</translation>
    </message>
    <message>
      <source>Nothing is sent as {one}, which the service needs.</source>
      <translation>Rien n’est envoyé pour {one}, dont le service a besoin.</translation>
    </message>
    <message>
      <source>Nothing leads a journey back to draft.</source>
      <translation>Rien ne ramène un parcours à l’état de brouillon.</translation>
    </message>
    <message>
      <source>Nothing on a cycle could ever start; a campaign repeats by its schedule.</source>
      <translation>Rien ne pourrait démarrer sur une boucle ; une campagne se répète par sa planification.</translation>
    </message>
    <message>
      <source>Nothing runs, so nothing can be paused.</source>
      <translation>Rien ne s’exécute : rien ne peut être mis en pause.</translation>
    </message>
    <message>
      <source>Nothing that entered there leads to it.</source>
      <translation>Rien de ce qui y est entré n’y mène.</translation>
    </message>
    <message>
      <source>Nothing was chosen to export.</source>
      <translation>Rien n’a été choisi pour l’exportation.</translation>
    </message>
    <message>
      <source>Now minus that many days.</source>
      <translation>Maintenant moins ce nombre de jours.</translation>
    </message>
    <message>
      <source>Now minus that many months.</source>
      <translation>Maintenant moins ce nombre de mois.</translation>
    </message>
    <message>
      <source>Now minus that many years; of a date, the complete years from it until now.</source>
      <translation>Maintenant moins ce nombre d’années ; d’une date, les années complètes écoulées depuis.</translation>
    </message>
    <message>
      <source>Nth</source>
      <translation>Énième</translation>
    </message>
    <message>
      <source>Nth weekday</source>
      <translation>Énième jour de la semaine</translation>
    </message>
    <message>
      <source>Nulls</source>
      <translation>Valeurs vides</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Object</source>
      <translation>Objet</translation>
    </message>
    <message>
      <source>Objects and lists nest more than {deepest} levels deep</source>
      <translation>Objets et listes s’imbriquent sur plus de {deepest} niveaux</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>De</translation>
    </message>
    <message>
      <source>Of each person, too</source>
      <translation>De chaque personne aussi</translation>
    </message>
    <message>
      <source>Of people, the service is asked about each; the account goes on after the last answer, by the path for failures only when it got none. Person journeys: people.</source>
      <translation>Pour des personnes, le service est interrogé sur chacune ; le compte continue après la dernière réponse, par le chemin des échecs seulement s’il n’en a reçu aucune. Parcours de personnes : personnes.</translation>
    </message>
    <message>
      <source>Off: on any day.</source>
      <translation>Désactivé : n’importe quel jour.</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Sur</translation>
    </message>
    <message>
      <source>On error</source>
      <translation>En cas d’erreur</translation>
    </message>
    <message>
      <source>On unmapped</source>
      <translation>Sans correspondance</translation>
    </message>
    <message>
      <source>Once</source>
      <translation>Une fois</translation>
    </message>
    <message>
      <source>One field per placeholder.</source>
      <translation>Un champ par emplacement.</translation>
    </message>
    <message>
      <source>One message per</source>
      <translation>Un message par</translation>
    </message>
    <message>
      <source>One of the two bounds is missing.</source>
      <translation>L’une des deux bornes manque.</translation>
    </message>
    <message>
      <source>One of these is enough</source>
      <translation>L’un de ces critères suffit</translation>
    </message>
    <message>
      <source>One row per match</source>
      <translation>Une ligne par correspondance</translation>
    </message>
    <message>
      <source>One that an activation named.</source>
      <translation>Nommée par une activation.</translation>
    </message>
    <message>
      <source>One value if the condition holds, else the other.</source>
      <translation>Une valeur si la condition est remplie, sinon l’autre.</translation>
    </message>
    <message>
      <source>Only a draft can be deleted; this one is {status}.</source>
      <translation>Seul un brouillon peut être supprimé ; l’état est ici {status}.</translation>
    </message>
    <message>
      <source>Only a draft can be published; this one is {status}.</source>
      <translation>Seul un brouillon peut être publié ; l’état est ici {status}.</translation>
    </message>
    <message>
      <source>Only a draft is test-run; this one is {status}.</source>
      <translation>Seul un brouillon se teste ; l’état est ici {status}.</translation>
    </message>
    <message>
      <source>Only a rule that is {names} can be.</source>
      <translation>Seule une règle à l’état {names} peut l’être.</translation>
    </message>
    <message>
      <source>Only actions on people belong on a path of people.</source>
      <translation>Seules les actions sur les personnes ont leur place sur un chemin de personnes.</translation>
    </message>
    <message>
      <source>Only actions on people can.</source>
      <translation>Seules les actions sur les personnes le peuvent.</translation>
    </message>
    <message>
      <source>Only add fields.</source>
      <translation>Ajoutez seulement des champs.</translation>
    </message>
    <message>
      <source>Only among those who enter</source>
      <translation>Seulement parmi ceux qui entrent</translation>
    </message>
    <message>
      <source>Only delimited and fixed-width files fit.</source>
      <translation>Seuls les fichiers délimités ou à largeur fixe conviennent.</translation>
    </message>
    <message>
      <source>Only one process at a time may write a workspace.</source>
      <translation>Un seul processus à la fois peut écrire dans un espace de travail.</translation>
    </message>
    <message>
      <source>Only test runs, and what is scheduled or live, can be stopped.</source>
      <translation>Seuls les tests, et ce qui est planifié ou actif, peuvent être arrêtés.</translation>
    </message>
    <message>
      <source>Only what is live can be closed; this one is {status}.</source>
      <translation>Seul ce qui est actif peut être clos ; l’état est ici {status}.</translation>
    </message>
    <message>
      <source>Only what is scheduled or live can become a draft again; this one is {status}.</source>
      <translation>Seul ce qui est planifié ou actif peut redevenir un brouillon ; l’état est ici {status}.</translation>
    </message>
    <message>
      <source>Only {names} can be chosen.</source>
      <translation>Seuls {names} peuvent être choisis.</translation>
    </message>
    <message>
      <source>Open it with the newer version.</source>
      <translation>Ouvrez-le avec la version plus récente.</translation>
    </message>
    <message>
      <source>Open it, or choose another folder.</source>
      <translation>Ouvrez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Open opportunities</source>
      <translation>Opportunités ouvertes</translation>
    </message>
    <message>
      <source>Open that version beside yours, or save yours under another name.</source>
      <translation>Ouvrez cette version à côté de la vôtre, ou enregistrez la vôtre sous un autre nom.</translation>
    </message>
    <message>
      <source>Open the document again; nothing was changed.</source>
      <translation>Rouvrez le document ; rien n’a été modifié.</translation>
    </message>
    <message>
      <source>Open the workspace, and export from it.</source>
      <translation>Ouvrez l’espace de travail, et exportez depuis celui-ci.</translation>
    </message>
    <message>
      <source>OpenAPI {version} is not supported.</source>
      <translation>OpenAPI {version} n’est pas pris en charge.</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>Ouvert</translation>
    </message>
    <message>
      <source>Operation</source>
      <translation>Opération</translation>
    </message>
    <message>
      <source>Operational e-mail</source>
      <translation>E-mail opérationnel</translation>
    </message>
    <message>
      <source>Operator</source>
      <translation>Opérateur</translation>
    </message>
    <message>
      <source>Opportunity ID</source>
      <translation>Identifiant de l’opportunité</translation>
    </message>
    <message>
      <source>Other accounts</source>
      <translation>Autres comptes</translation>
    </message>
    <message>
      <source>Other people</source>
      <translation>Autres personnes</translation>
    </message>
    <message>
      <source>Others must agree to this publication: {names}.</source>
      <translation>D’autres doivent approuver cette publication : {names}.</translation>
    </message>
    <message>
      <source>Others on this computer may read the key {name}, so it is not used.</source>
      <translation>D’autres personnes peuvent lire la clé {name} sur cet ordinateur ; elle n’est donc pas utilisée.</translation>
    </message>
    <message>
      <source>Otherwise whoever cannot be evaluated leaves the journey with the reason error.</source>
      <translation>Sinon, qui ne peut pas être évalué quitte le parcours avec le motif error.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Page</translation>
    </message>
    <message>
      <source>Page name</source>
      <translation>Nom de la page</translation>
    </message>
    <message>
      <source>Page views by the industry of the account.</source>
      <translation>Pages vues selon le secteur du compte.</translation>
    </message>
    <message>
      <source>Page views by the region, or country, of the account.</source>
      <translation>Pages vues selon la région, ou le pays, du compte.</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>Parent account ID</source>
      <translation>Identifiant du compte parent</translation>
    </message>
    <message>
      <source>Parquet</source>
      <translation>Parquet</translation>
    </message>
    <message>
      <source>Parts of the bundle lie over each other.</source>
      <translation>Des parties du lot se chevauchent.</translation>
    </message>
    <message>
      <source>Pass</source>
      <translation>Passage</translation>
    </message>
    <message>
      <source>Paste the whole line, or the code at its end; open the workspace in which it was copied.</source>
      <translation>Collez la ligne entière, ou le code à sa fin ; ouvrez l’espace de travail où elle a été copiée.</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>Chemin</translation>
    </message>
    <message>
      <source>Path {place}</source>
      <translation>Chemin {place}</translation>
    </message>
    <message>
      <source>Path {position} has no condition.</source>
      <translation>Le chemin {position} n’a pas de condition.</translation>
    </message>
    <message>
      <source>Paths</source>
      <translation>Chemins</translation>
    </message>
    <message>
      <source>Paths from the linked record.</source>
      <translation>Chemins depuis l’enregistrement lié.</translation>
    </message>
    <message>
      <source>Pause the path for a time, or until a moment.</source>
      <translation>Suspendre le chemin pour un temps, ou jusqu’à un moment.</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personnes</translation>
    </message>
    <message>
      <source>People list</source>
      <translation>Liste de personnes</translation>
    </message>
    <message>
      <source>People of an account</source>
      <translation>Personnes d’un compte</translation>
    </message>
    <message>
      <source>People of the accounts who did something after the entry.</source>
      <translation>Personnes des comptes qui ont agi après l’entrée.</translation>
    </message>
    <message>
      <source>People who are in several buying groups, by how many.</source>
      <translation>Personnes présentes dans plusieurs groupes d’achat, selon combien.</translation>
    </message>
    <message>
      <source>Percent</source>
      <translation>Pour cent</translation>
    </message>
    <message>
      <source>Percentage</source>
      <translation>Pourcentage</translation>
    </message>
    <message>
      <source>Percentages must add up to 100%; they add up to {total}%.</source>
      <translation>Les pourcentages doivent totaliser 100 % ; ils totalisent {total} %.</translation>
    </message>
    <message>
      <source>Periodic</source>
      <translation>Périodique</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>Accès refusé</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Personne</translation>
    </message>
    <message>
      <source>Person ID</source>
      <translation>Identifiant de la personne</translation>
    </message>
    <message>
      <source>Person audience</source>
      <translation>Audience de personnes</translation>
    </message>
    <message>
      <source>Person data value changed</source>
      <translation>Donnée de personne modifiée</translation>
    </message>
    <message>
      <source>Person engagement score</source>
      <translation>Score d’engagement de la personne</translation>
    </message>
    <message>
      <source>Person interesting moment</source>
      <translation>Moment intéressant de la personne</translation>
    </message>
    <message>
      <source>Person journeys: people.</source>
      <translation>Parcours de personnes : personnes.</translation>
    </message>
    <message>
      <source>Person partition</source>
      <translation>Partition de personnes</translation>
    </message>
    <message>
      <source>Person score</source>
      <translation>Score de la personne</translation>
    </message>
    <message>
      <source>Person source</source>
      <translation>Source de la personne</translation>
    </message>
    <message>
      <source>Persona</source>
      <translation>Persona</translation>
    </message>
    <message>
      <source>Personalize web experience (beta)</source>
      <translation>Personnaliser une expérience web (bêta)</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Téléphone</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Rang</translation>
    </message>
    <message>
      <source>Plan the runs further apart.</source>
      <translation>Espacez davantage les exécutions.</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Plateforme</translation>
    </message>
    <message>
      <source>Please report it with the document.</source>
      <translation>Merci de le signaler avec le document.</translation>
    </message>
    <message>
      <source>Please report it with the log; your documents and data are unchanged.</source>
      <translation>Merci de le signaler avec le journal ; vos documents et vos données sont intacts.</translation>
    </message>
    <message>
      <source>Please report this; nothing was loaded.</source>
      <translation>Merci de le signaler ; rien n’a été chargé.</translation>
    </message>
    <message>
      <source>Population count</source>
      <translation>Nombre de la population</translation>
    </message>
    <message>
      <source>Postal code</source>
      <translation>Code postal</translation>
    </message>
    <message>
      <source>Prefer rows with a value in</source>
      <translation>Préférer les lignes qui ont une valeur dans</translation>
    </message>
    <message>
      <source>Preferred values</source>
      <translation>Valeurs préférées</translation>
    </message>
    <message>
      <source>Previous value</source>
      <translation>Valeur précédente</translation>
    </message>
    <message>
      <source>Primary identity field</source>
      <translation>Champ d’identité principal</translation>
    </message>
    <message>
      <source>Primary set</source>
      <translation>Ensemble principal</translation>
    </message>
    <message>
      <source>Probability</source>
      <translation>Probabilité</translation>
    </message>
    <message>
      <source>Probability, %</source>
      <translation>Probabilité, %</translation>
    </message>
    <message>
      <source>Process errors</source>
      <translation>Traiter les erreurs</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>Produit</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>Profile audience</source>
      <translation>Audience de profils</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Program member</source>
      <translation>Membre d’un programme</translation>
    </message>
    <message>
      <source>Programs</source>
      <translation>Programmes</translation>
    </message>
    <message>
      <source>Publish it first, or choose another.</source>
      <translation>Publiez-le d’abord, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Publish it first.</source>
      <translation>Publiez-la d’abord.</translation>
    </message>
    <message>
      <source>Publish it, or read another.</source>
      <translation>Publiez-la, ou lisez-en une autre.</translation>
    </message>
    <message>
      <source>Publish it, then run again.</source>
      <translation>Publiez-le, puis exécutez à nouveau.</translation>
    </message>
    <message>
      <source>Publish it.</source>
      <translation>Publiez-la.</translation>
    </message>
    <message>
      <source>Push</source>
      <translation>Push</translation>
    </message>
    <message>
      <source>Put a Build audience, Read audience, Incremental query or Load file before it.</source>
      <translation>Placez avant lui Construire une audience, Lire une audience, Requête incrémentale ou Charger un fichier.</translation>
    </message>
    <message>
      <source>Put a Change dimension before, or send one message per profile.</source>
      <translation>Placez avant un changement de dimension, ou envoyez un message par profil.</translation>
    </message>
    <message>
      <source>Put a Fork after it to send the population along several paths.</source>
      <translation>Placez un Embranchement après elle pour envoyer la population sur plusieurs chemins.</translation>
    </message>
    <message>
      <source>Put a Reconciliation before it.</source>
      <translation>Placez une Réconciliation avant.</translation>
    </message>
    <message>
      <source>Put a merge before it.</source>
      <translation>Placez une fusion avant.</translation>
    </message>
    <message>
      <source>Put an activity that builds or reads an audience before it.</source>
      <translation>Placez avant elle une activité qui construit ou lit une audience.</translation>
    </message>
    <message>
      <source>Put an activity that builds or reads an audience before this one.</source>
      <translation>Placez avant celle-ci une activité qui construit ou lit une audience.</translation>
    </message>
    <message>
      <source>Put an operator such as + or 'and' before it, or remove it.</source>
      <translation>Placez avant un opérateur tel que + ou « and », ou retirez-le.</translation>
    </message>
    <message>
      <source>Put it after the close node.</source>
      <translation>Placez-la après le nœud de clôture.</translation>
    </message>
    <message>
      <source>Put it inside an aggregate, such as Max(…).</source>
      <translation>Placez-le dans un agrégat, tel que Max(…).</translation>
    </message>
    <message>
      <source>Put the person into a static list of Marketo Engage.</source>
      <translation>Mettre la personne dans une liste statique de Marketo Engage.</translation>
    </message>
    <message>
      <source>Put the person into an audience of an advertising service; a new one begins with a placeholder.</source>
      <translation>Mettre la personne dans une audience d’un service publicitaire ; une nouvelle commence avec un substitut.</translation>
    </message>
    <message>
      <source>Put the right file back; its name ends in the fingerprint of its key.</source>
      <translation>Remettez le bon fichier ; son nom se termine par l’empreinte de sa clé.</translation>
    </message>
    <message>
      <source>Put the values in parentheses, such as ('a', 'b').</source>
      <translation>Mettez les valeurs entre parenthèses, par exemple ('a', 'b').</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>Quantité</translation>
    </message>
    <message>
      <source>Quarters</source>
      <translation>Trimestres</translation>
    </message>
    <message>
      <source>Querystring</source>
      <translation>Chaîne de requête</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>Guillemet</translation>
    </message>
    <message>
      <source>Raise it.</source>
      <translation>Augmentez-le.</translation>
    </message>
    <message>
      <source>Raise the limit, or load a smaller part of the file.</source>
      <translation>Augmentez la limite, ou chargez une plus petite partie du fichier.</translation>
    </message>
    <message>
      <source>Random</source>
      <translation>Au hasard</translation>
    </message>
    <message>
      <source>Re-entry</source>
      <translation>Nouvelle entrée</translation>
    </message>
    <message>
      <source>Read audience</source>
      <translation>Lire une audience</translation>
    </message>
    <message>
      <source>Read over it.</source>
      <translation>Passer dessus.</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>Le disque est en lecture seule</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Motif</translation>
    </message>
    <message>
      <source>Reconcile them first.</source>
      <translation>Réconciliez-les d’abord.</translation>
    </message>
    <message>
      <source>Reconcile them, or change their dimension.</source>
      <translation>Réconciliez-les, ou changez leur dimension.</translation>
    </message>
    <message>
      <source>Reconciliation</source>
      <translation>Réconciliation</translation>
    </message>
    <message>
      <source>Record only</source>
      <translation>Noter seulement</translation>
    </message>
    <message>
      <source>Records of different tables cannot be the same record.</source>
      <translation>Des enregistrements de tables différentes ne peuvent pas être le même enregistrement.</translation>
    </message>
    <message>
      <source>Records of {name} belong to people, not to accounts.</source>
      <translation>Les enregistrements de {name} appartiennent à des personnes, non à des comptes.</translation>
    </message>
    <message>
      <source>Records of {schema} cannot be updated, because it has no primary key.</source>
      <translation>Les enregistrements de {schema} ne peuvent pas être mis à jour : la table n’a pas de clé primaire.</translation>
    </message>
    <message>
      <source>Records of {table} cannot be updated, because it has no primary key.</source>
      <translation>Les enregistrements de {table} ne peuvent pas être mis à jour : la table n’a pas de clé primaire.</translation>
    </message>
    <message>
      <source>Recurrence</source>
      <translation>Récurrence</translation>
    </message>
    <message>
      <source>Referrer</source>
      <translation>Page référente</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Région</translation>
    </message>
    <message>
      <source>Registered for event</source>
      <translation>Inscription à un événement</translation>
    </message>
    <message>
      <source>Rehearse as of</source>
      <translation>Répéter à partir du</translation>
    </message>
    <message>
      <source>Rehearse on a sample.</source>
      <translation>Répétez sur un échantillon.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Relation</source>
      <translation>Relation</translation>
    </message>
    <message>
      <source>Remap</source>
      <translation>Remplacement</translation>
    </message>
    <message>
      <source>Remove a custom role that no template uses.</source>
      <translation>Retirez un rôle personnalisé qu’aucun modèle n’utilise.</translation>
    </message>
    <message>
      <source>Remove account from journey</source>
      <translation>Retirer le compte d’un parcours</translation>
    </message>
    <message>
      <source>Remove duplicate rows</source>
      <translation>Retirer les lignes en double</translation>
    </message>
    <message>
      <source>Remove from Marketo list</source>
      <translation>Retirer d’une liste Marketo</translation>
    </message>
    <message>
      <source>Remove from account list</source>
      <translation>Retirer d’une liste de comptes</translation>
    </message>
    <message>
      <source>Remove from buying group</source>
      <translation>Retirer d’un groupe d’achat</translation>
    </message>
    <message>
      <source>Remove from list</source>
      <translation>Retirer d’une liste</translation>
    </message>
    <message>
      <source>Remove it, or choose another type of journey.</source>
      <translation>Retirez-le, ou choisissez un autre type de parcours.</translation>
    </message>
    <message>
      <source>Remove it.</source>
      <translation>Retirez-le.</translation>
    </message>
    <message>
      <source>Remove its transitions.</source>
      <translation>Retirez ses transitions.</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>Retirez-en d’abord un.</translation>
    </message>
    <message>
      <source>Remove one of the transitions between these activities.</source>
      <translation>Retirez l’une des transitions entre ces activités.</translation>
    </message>
    <message>
      <source>Remove one of the two.</source>
      <translation>Retirez l’un des deux.</translation>
    </message>
    <message>
      <source>Remove one of them.</source>
      <translation>Retirez-en un.</translation>
    </message>
    <message>
      <source>Remove one of these references.</source>
      <translation>Retirez l’une de ces références.</translation>
    </message>
    <message>
      <source>Remove one of these transitions.</source>
      <translation>Retirez l’une de ces transitions.</translation>
    </message>
    <message>
      <source>Remove one.</source>
      <translation>Retirez-en un.</translation>
    </message>
    <message>
      <source>Remove or change that one first.</source>
      <translation>Retirez ou modifiez d’abord celui-là.</translation>
    </message>
    <message>
      <source>Remove person from journey</source>
      <translation>Retirer la personne d’un parcours</translation>
    </message>
    <message>
      <source>Remove some.</source>
      <translation>Retirez-en.</translation>
    </message>
    <message>
      <source>Remove tables that no campaign uses, or use another workspace.</source>
      <translation>Retirez les tables qu’aucune campagne n’utilise, ou utilisez un autre espace de travail.</translation>
    </message>
    <message>
      <source>Remove that recurring load first, or choose another table.</source>
      <translation>Retirez d’abord ce chargement récurrent, ou choisissez une autre table.</translation>
    </message>
    <message>
      <source>Remove that transition.</source>
      <translation>Retirez cette transition.</translation>
    </message>
    <message>
      <source>Remove the recurrence.</source>
      <translation>Retirez la récurrence.</translation>
    </message>
    <message>
      <source>Remove the transition that enters it.</source>
      <translation>Retirez la transition qui y entre.</translation>
    </message>
    <message>
      <source>Remove what refers to it first.</source>
      <translation>Retirez d’abord ce qui s’y rapporte.</translation>
    </message>
    <message>
      <source>Remove what uses it first.</source>
      <translation>Retirez d’abord ce qui l’utilise.</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Retiré</translation>
    </message>
    <message>
      <source>Removed from buying group</source>
      <translation>Retiré d’un groupe d’achat</translation>
    </message>
    <message>
      <source>Rename it, or use it otherwise.</source>
      <translation>Renommez-le, ou utilisez-le autrement.</translation>
    </message>
    <message>
      <source>Rename one of them.</source>
      <translation>Changez l’un des deux noms.</translation>
    </message>
    <message>
      <source>Rename one.</source>
      <translation>Renommez l’une d’elles.</translation>
    </message>
    <message>
      <source>Rename or remove that table, or keep accounts in a workspace of their own.</source>
      <translation>Renommez ou retirez cette table, ou gardez les comptes dans un espace de travail à part.</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <source>Replay</source>
      <translation>Rejouer l’historique</translation>
    </message>
    <message>
      <source>Reproduced {some} of {counts}.</source>
      <translation>Reproduits : {some} sur {counts}.</translation>
    </message>
    <message>
      <source>Request an approval.</source>
      <translation>Demandez une approbation.</translation>
    </message>
    <message>
      <source>Request campaign</source>
      <translation>Campagne à la demande</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>Obligatoire</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rôle</translation>
    </message>
    <message>
      <source>Role at the account</source>
      <translation>Rôle dans le compte</translation>
    </message>
    <message>
      <source>Role count</source>
      <translation>Nombre par rôle</translation>
    </message>
    <message>
      <source>Role in account</source>
      <translation>Rôle dans le compte</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Rôles</translation>
    </message>
    <message>
      <source>Roles template</source>
      <translation>Modèle de rôles</translation>
    </message>
    <message>
      <source>Row {number} of the sheet {sheet} cannot be read.</source>
      <translation>La ligne {number} de la feuille {sheet} ne peut pas être lue.</translation>
    </message>
    <message>
      <source>RowNum(…) or _Over_(…)</source>
      <translation>RowNum(…) ou _Over_(…)</translation>
    </message>
    <message>
      <source>Rows of a file are nobody yet.</source>
      <translation>Les lignes d’un fichier ne désignent encore personne.</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Règle</translation>
    </message>
    <message>
      <source>Run it now, or skip it.</source>
      <translation>Exécutez-le maintenant, ou passez-le.</translation>
    </message>
    <message>
      <source>Run the campaign first.</source>
      <translation>Exécutez d’abord la campagne.</translation>
    </message>
    <message>
      <source>Run the campaign that saves it, or choose one of these: {known}.</source>
      <translation>Exécutez la campagne qui l’enregistre, ou choisissez parmi : {known}.</translation>
    </message>
    <message>
      <source>Run the campaign that saves it.</source>
      <translation>Exécutez la campagne qui l’enregistre.</translation>
    </message>
    <message>
      <source>Run the campaign, then copy the count.</source>
      <translation>Exécutez la campagne, puis copiez le nombre.</translation>
    </message>
    <message>
      <source>Runs must be at least {least_minutes} minutes apart.</source>
      <translation>Les exécutions doivent être espacées d’au moins {least_minutes} minutes.</translation>
    </message>
    <message>
      <source>Runs: nothing is stored for it.</source>
      <translation>S’exécute : rien n’est encore stocké.</translation>
    </message>
    <message>
      <source>SIC code</source>
      <translation>Code SIC</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>SMS</translation>
    </message>
    <message>
      <source>SMS bounces</source>
      <translation>SMS rejeté</translation>
    </message>
    <message>
      <source>SMS configuration</source>
      <translation>Configuration SMS</translation>
    </message>
    <message>
      <source>SMS consent</source>
      <translation>Consentement SMS</translation>
    </message>
    <message>
      <source>SMS type</source>
      <translation>Type de SMS</translation>
    </message>
    <message>
      <source>Salutation</source>
      <translation>Civilité</translation>
    </message>
    <message>
      <source>Same when equal</source>
      <translation>Identiques si égaux</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>Échantillon</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>Sam</translation>
    </message>
    <message>
      <source>Save audience</source>
      <translation>Enregistrer l’audience</translation>
    </message>
    <message>
      <source>Save it as CSV in UTF-8, with ids or names in the first column.</source>
      <translation>Enregistrez-le en CSV UTF-8, avec les identifiants ou les noms dans la première colonne.</translation>
    </message>
    <message>
      <source>Save it as JSON.</source>
      <translation>Enregistrez-le en JSON.</translation>
    </message>
    <message>
      <source>Save the audience with {wanted} as its identity, or choose another.</source>
      <translation>Enregistrez l’audience avec {wanted} comme identité, ou choisissez-en une autre.</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Enregistrée</translation>
    </message>
    <message>
      <source>Say how many messages are allowed.</source>
      <translation>Indiquez combien de messages sont admis.</translation>
    </message>
    <message>
      <source>Say where it leads, or remove it.</source>
      <translation>Dites où il mène, ou retirez-le.</translation>
    </message>
    <message>
      <source>Say who belongs to it.</source>
      <translation>Indiquez qui en fait partie.</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Planification</translation>
    </message>
    <message>
      <source>Scheduler</source>
      <translation>Planificateur</translation>
    </message>
    <message>
      <source>Score is changed</source>
      <translation>Score modifié</translation>
    </message>
    <message>
      <source>Score name</source>
      <translation>Nom du score</translation>
    </message>
    <message>
      <source>Second</source>
      <translation>Seconde</translation>
    </message>
    <message>
      <source>Secondary</source>
      <translation>Secondaire</translation>
    </message>
    <message>
      <source>Secondary dimension</source>
      <translation>Dimension secondaire</translation>
    </message>
    <message>
      <source>Seconds until clicked</source>
      <translation>Secondes jusqu’au clic</translation>
    </message>
    <message>
      <source>Seconds until delivered</source>
      <translation>Secondes jusqu’à la livraison</translation>
    </message>
    <message>
      <source>Seconds until opened</source>
      <translation>Secondes jusqu’à l’ouverture</translation>
    </message>
    <message>
      <source>Seconds until unsubscribed</source>
      <translation>Secondes jusqu’au désabonnement</translation>
    </message>
    <message>
      <source>See the list of functions.</source>
      <translation>Consultez la liste des fonctions.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Select another path.</source>
      <translation>Sélectionnez un autre chemin.</translation>
    </message>
    <message>
      <source>Select at least one.</source>
      <translation>Sélectionnez-en au moins un.</translation>
    </message>
    <message>
      <source>Send SMS</source>
      <translation>Envoyer un SMS</translation>
    </message>
    <message>
      <source>Send WhatsApp</source>
      <translation>Envoyer un WhatsApp</translation>
    </message>
    <message>
      <source>Send a letter to the population.</source>
      <translation>Envoyer une lettre à la population.</translation>
    </message>
    <message>
      <source>Send a masked sample or synthetic people, or leave out the data.</source>
      <translation>Envoyez un échantillon masqué ou des personnes inventées, ou laissez les données de côté.</translation>
    </message>
    <message>
      <source>Send a notice to those who subscribed to alerts.</source>
      <translation>Envoyer un avis à ceux qui sont abonnés aux alertes.</translation>
    </message>
    <message>
      <source>Send a push notification to the population.</source>
      <translation>Envoyer une notification push à la population.</translation>
    </message>
    <message>
      <source>Send a text message to the people who have agreed to it.</source>
      <translation>Envoyer un SMS aux personnes qui y ont consenti.</translation>
    </message>
    <message>
      <source>Send an SMS to the population.</source>
      <translation>Envoyer un SMS à la population.</translation>
    </message>
    <message>
      <source>Send an approved WhatsApp template to the people who have agreed to it.</source>
      <translation>Envoyer un modèle WhatsApp approuvé aux personnes qui y ont consenti.</translation>
    </message>
    <message>
      <source>Send an e-mail to the people, if they may be sent one.</source>
      <translation>Envoyer un e-mail aux personnes qui peuvent en recevoir.</translation>
    </message>
    <message>
      <source>Send an e-mail to the population.</source>
      <translation>Envoyer un e-mail à la population.</translation>
    </message>
    <message>
      <source>Send e-mail</source>
      <translation>Envoyer un e-mail</translation>
    </message>
    <message>
      <source>Send e-mail to</source>
      <translation>Envoyer l’e-mail à</translation>
    </message>
    <message>
      <source>Send each account down the first path whose condition it meets.</source>
      <translation>Envoyer chaque compte sur le premier chemin dont il remplit la condition.</translation>
    </message>
    <message>
      <source>Send each person of the account down the first path whose condition they meet.</source>
      <translation>Envoyer chaque personne du compte sur le premier chemin dont elle remplit la condition.</translation>
    </message>
    <message>
      <source>Send fixed shares of the accounts, or of the people, down each path.</source>
      <translation>Envoyer sur chaque chemin une part fixe des comptes, ou des personnes.</translation>
    </message>
    <message numerus="yes">
      <source>Send it again in {n} minute(s).</source>
      <translation>
        <numerusform>Renvoyez-le dans {n} minute.</numerusform>
        <numerusform>Renvoyez-le dans {n} minutes.</numerusform>
      </translation>
    </message>
    <message>
      <source>Send one e-mail per account to the sales team, about the account's buying group.</source>
      <translation>Envoyer aux commerciaux un e-mail par compte, à propos de son groupe d’achat.</translation>
    </message>
    <message>
      <source>Send only once to each address</source>
      <translation>Un seul envoi par adresse</translation>
    </message>
    <message>
      <source>Send sales alert</source>
      <translation>Alerter les commerciaux</translation>
    </message>
    <message>
      <source>Send the whole population along several paths at once.</source>
      <translation>Envoyer toute la population sur plusieurs chemins à la fois.</translation>
    </message>
    <message>
      <source>Send without confirmation</source>
      <translation>Envoyer sans confirmation</translation>
    </message>
    <message>
      <source>Sender number</source>
      <translation>Numéro de l’expéditeur</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Envoyé</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Séparateur</translation>
    </message>
    <message>
      <source>Service name</source>
      <translation>Nom du service</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Définir</translation>
    </message>
    <message>
      <source>Set by hand, it counts until a real run is later.</source>
      <translation>Fixée à la main, elle vaut jusqu’à ce qu’une exécution réelle soit plus récente.</translation>
    </message>
    <message>
      <source>Set it again.</source>
      <translation>Définissez-la à nouveau.</translation>
    </message>
    <message>
      <source>Set the end date among its settings.</source>
      <translation>Définissez la date de fin dans ses réglages.</translation>
    </message>
    <message>
      <source>Set timeout path</source>
      <translation>Définir un chemin de délai dépassé</translation>
    </message>
    <message>
      <source>Set up a destination.</source>
      <translation>Configurez une destination.</translation>
    </message>
    <message>
      <source>Sets to join</source>
      <translation>Ensembles à réunir</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <source>Several values are given where one is compared.</source>
      <translation>Plusieurs valeurs sont données là où une seule est comparée.</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Feuille</translation>
    </message>
    <message>
      <source>Short</source>
      <translation>Court</translation>
    </message>
    <message>
      <source>Shorten it to 100 KB: longer ones are cut where they are read.</source>
      <translation>Raccourcissez-le à 100 Ko : les plus longs sont coupés là où on les lit.</translation>
    </message>
    <message>
      <source>Shorten it to {most}.</source>
      <translation>Raccourcissez-le à {most}.</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>Raccourcissez-le.</translation>
    </message>
    <message>
      <source>Shorten the description.</source>
      <translation>Raccourcissez la description.</translation>
    </message>
    <message>
      <source>Shorten the list.</source>
      <translation>Raccourcissez la liste.</translation>
    </message>
    <message>
      <source>Show the person another content of a web page.</source>
      <translation>Montrer à la personne un autre contenu d’une page web.</translation>
    </message>
    <message>
      <source>Signal</source>
      <translation>Signal</translation>
    </message>
    <message>
      <source>Signal sent to {name} with {parts}.</source>
      <translation>Signal envoyé à {name} avec {parts}.</translation>
    </message>
    <message>
      <source>Signal sent to {name}.</source>
      <translation>Signal envoyé à {name}.</translation>
    </message>
    <message>
      <source>Simulate</source>
      <translation>Simuler</translation>
    </message>
    <message>
      <source>Since entry</source>
      <translation>Depuis l’entrée</translation>
    </message>
    <message>
      <source>Skip lines</source>
      <translation>Lignes à sauter</translation>
    </message>
    <message>
      <source>Skip when empty</source>
      <translation>Sauter si vide</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Passés outre</translation>
    </message>
    <message>
      <source>Solution interest</source>
      <translation>Intérêt de solution</translation>
    </message>
    <message>
      <source>Something to compare with is missing.</source>
      <translation>Il manque de quoi comparer.</translation>
    </message>
    <message>
      <source>Sorting</source>
      <translation>Tri</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Source type</source>
      <translation>Type de source</translation>
    </message>
    <message>
      <source>Specific date</source>
      <translation>Date précise</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Répartition</translation>
    </message>
    <message>
      <source>Split by</source>
      <translation>Répartir par</translation>
    </message>
    <message>
      <source>Split in two steps.</source>
      <translation>Répartissez en deux étapes.</translation>
    </message>
    <message>
      <source>Split it into several campaigns that hand audiences to each other.</source>
      <translation>Divisez-la en plusieurs campagnes qui se transmettent des audiences.</translation>
    </message>
    <message>
      <source>Split it into several conditions or columns.</source>
      <translation>Divisez-la en plusieurs conditions ou colonnes.</translation>
    </message>
    <message>
      <source>Split it into several files.</source>
      <translation>Divisez-le en plusieurs fichiers.</translation>
    </message>
    <message>
      <source>Split it, or use groups of conditions.</source>
      <translation>Divisez-la, ou utilisez des groupes de conditions.</translation>
    </message>
    <message>
      <source>Split paths by accounts</source>
      <translation>Répartir par comptes</translation>
    </message>
    <message>
      <source>Split paths by people</source>
      <translation>Répartir par personnes</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Stage changes</source>
      <translation>Changements d’étape</translation>
    </message>
    <message>
      <source>Stage changes in thirty days, on the average of the period.</source>
      <translation>Changements d’étape en trente jours, en moyenne sur la période.</translation>
    </message>
    <message>
      <source>Stages, first and last day</source>
      <translation>Étapes, premier et dernier jour</translation>
    </message>
    <message>
      <source>Stagnant groups</source>
      <translation>Groupes immobiles</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Début</translation>
    </message>
    <message>
      <source>Start a new run.</source>
      <translation>Lancez une nouvelle exécution.</translation>
    </message>
    <message>
      <source>Start a test run.</source>
      <translation>Lancez une exécution de test.</translation>
    </message>
    <message>
      <source>Start date</source>
      <translation>Date de début</translation>
    </message>
    <message>
      <source>Start from the members of a saved audience.</source>
      <translation>Partir des membres d’une audience enregistrée.</translation>
    </message>
    <message>
      <source>Start from the rows of a file.</source>
      <translation>Partir des lignes d’un fichier.</translation>
    </message>
    <message>
      <source>Start mode</source>
      <translation>Début</translation>
    </message>
    <message>
      <source>Start the campaign at planned times.</source>
      <translation>Démarrer la campagne à des heures prévues.</translation>
    </message>
    <message>
      <source>Start with a Build audience, a Read audience or a Load file.</source>
      <translation>Commencez par Construire une audience, Lire une audience ou Charger un fichier.</translation>
    </message>
    <message>
      <source>Starts with</source>
      <translation>Commence par</translation>
    </message>
    <message>
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Statut</translation>
    </message>
    <message>
      <source>Statuses</source>
      <translation>Statuts</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Étape</translation>
    </message>
    <message>
      <source>Stop at the first error</source>
      <translation>Arrêter à la première erreur</translation>
    </message>
    <message>
      <source>Stop it and duplicate it.</source>
      <translation>Arrêtez-le et dupliquez-le.</translation>
    </message>
    <message>
      <source>Stop it instead.</source>
      <translation>Arrêtez-le plutôt.</translation>
    </message>
    <message>
      <source>Stop it, or restart it.</source>
      <translation>Arrêtez-la, ou relancez-la.</translation>
    </message>
    <message>
      <source>Store the population as an audience that other campaigns can read.</source>
      <translation>Enregistrer la population comme une audience que d’autres campagnes peuvent lire.</translation>
    </message>
    <message>
      <source>Stored already under the same fingerprint; nothing runs.</source>
      <translation>Déjà enregistré sous la même empreinte ; rien ne s’exécute.</translation>
    </message>
    <message>
      <source>Street 1</source>
      <translation>Rue</translation>
    </message>
    <message>
      <source>String</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>String delimiter</source>
      <translation>Délimiteur de texte</translation>
    </message>
    <message>
      <source>Structure</source>
      <translation>Structure seule</translation>
    </message>
    <message>
      <source>Subject line</source>
      <translation>Objet</translation>
    </message>
    <message>
      <source>Subset 1</source>
      <translation>Sous-ensemble 1</translation>
    </message>
    <message>
      <source>Subset {number}</source>
      <translation>Sous-ensemble {number}</translation>
    </message>
    <message>
      <source>Subsets</source>
      <translation>Sous-ensembles</translation>
    </message>
    <message>
      <source>Subsets may overlap</source>
      <translation>Les sous-ensembles peuvent se recouvrir</translation>
    </message>
    <message>
      <source>Success</source>
      <translation>Succès</translation>
    </message>
    <message>
      <source>Such as $(vars/@recCount) &gt; 10000.</source>
      <translation>Par exemple $(vars/@recCount) &gt; 10000.</translation>
    </message>
    <message>
      <source>Such as %d/%m/%Y; without it ISO.</source>
      <translation>Par exemple %d/%m/%Y ; sans cela, ISO.</translation>
    </message>
    <message>
      <source>Such as 2025-12-01T09:00.</source>
      <translation>Par exemple 2025-12-01T09:00.</translation>
    </message>
    <message>
      <source>Such as Europe/Paris.</source>
      <translation>Par exemple Europe/Paris.</translation>
    </message>
    <message>
      <source>Such as NULL or n/a.</source>
      <translation>Tels que NULL ou n/a.</translation>
    </message>
    <message>
      <source>Such as purchases/price; a link alone to count records.</source>
      <translation>Par exemple purchases/price ; un lien seul pour compter les enregistrements.</translation>
    </message>
    <message>
      <source>Such as {names}.</source>
      <translation>Par exemple {names}.</translation>
    </message>
    <message>
      <source>Sum</source>
      <translation>Somme</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>Dim</translation>
    </message>
    <message>
      <source>Surging and at-risk accounts</source>
      <translation>Comptes en essor et à risque</translation>
    </message>
    <message>
      <source>Switch that off among the properties, unless somebody reads it.</source>
      <translation>Désactivez cela dans les propriétés, sauf si quelqu’un le lit.</translation>
    </message>
    <message>
      <source>Switch that off among the properties, unless you are trying something out.</source>
      <translation>Désactivez cela dans les propriétés, sauf si vous faites un essai.</translation>
    </message>
    <message>
      <source>Switch the default condition on, unless you mean so.</source>
      <translation>Activez la condition par défaut, sauf si c’est voulu.</translation>
    </message>
    <message>
      <source>Synthetic</source>
      <translation>Engagement inventé</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>Tables, links or dimensions that it uses are different here.</source>
      <translation>Des tables, liens ou dimensions qu’il utilise sont différents ici.</translation>
    </message>
    <message>
      <source>Take an action</source>
      <translation>Faire une action</translation>
    </message>
    <message>
      <source>Take the account out of an audience of an advertising service.</source>
      <translation>Retirer le compte d’une audience d’un service publicitaire.</translation>
    </message>
    <message>
      <source>Take the account out of another journey.</source>
      <translation>Retirer le compte d’un autre parcours.</translation>
    </message>
    <message>
      <source>Take the pause point away, if nobody is to look at it.</source>
      <translation>Retirez le point de pause, si personne ne doit regarder.</translation>
    </message>
    <message>
      <source>Take the person out of a person journey.</source>
      <translation>Retirer la personne d’un parcours de personnes.</translation>
    </message>
    <message>
      <source>Take the person out of a static list of Marketo Engage.</source>
      <translation>Retirer la personne d’une liste statique de Marketo Engage.</translation>
    </message>
    <message>
      <source>Take the person out of the account's buying group.</source>
      <translation>Retirer la personne du groupe d’achat du compte.</translation>
    </message>
    <message>
      <source>Take their permissions away: chmod 600 {path}</source>
      <translation>Retirez-leur ce droit : chmod 600 {path}</translation>
    </message>
    <message>
      <source>Taken into account if</source>
      <translation>Pris en compte si</translation>
    </message>
    <message>
      <source>Targeting</source>
      <translation>Ciblage</translation>
    </message>
    <message>
      <source>Targeting dimension</source>
      <translation>Dimension de ciblage</translation>
    </message>
    <message>
      <source>Tell personas from fewer attributes.</source>
      <translation>Distinguez les personas par moins d’attributs.</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Template category</source>
      <translation>Catégorie du modèle</translation>
    </message>
    <message>
      <source>Template is approved</source>
      <translation>Le modèle est approuvé</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>Test profile</source>
      <translation>Profil de test</translation>
    </message>
    <message>
      <source>Test value</source>
      <translation>Valeur d’essai</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>Texts for no value</source>
      <translation>Textes tenus pour vides</translation>
    </message>
    <message>
      <source>Texts stand in single quotes, not in ".</source>
      <translation>Les textes s’écrivent entre guillemets simples, non entre ".</translation>
    </message>
    <message>
      <source>The API name.</source>
      <translation>Le nom d’API.</translation>
    </message>
    <message>
      <source>The MD5 digest in hexadecimal digits.</source>
      <translation>L’empreinte MD5 en chiffres hexadécimaux.</translation>
    </message>
    <message>
      <source>The Monday of the week.</source>
      <translation>Le lundi de la semaine.</translation>
    </message>
    <message>
      <source>The SHA-256 digest in hexadecimal digits.</source>
      <translation>L’empreinte SHA-256 en chiffres hexadécimaux.</translation>
    </message>
    <message>
      <source>The SHA-512 digest in hexadecimal digits.</source>
      <translation>L’empreinte SHA-512 en chiffres hexadécimaux.</translation>
    </message>
    <message>
      <source>The SQL of each activity is written to the log.</source>
      <translation>Le SQL de chaque activité est écrit dans le journal.</translation>
    </message>
    <message>
      <source>The action at {planned} did not settle.</source>
      <translation>L’action à {planned} ne s’est pas stabilisée.</translation>
    </message>
    <message>
      <source>The alert has no message.</source>
      <translation>L’alerte n’a pas de message.</translation>
    </message>
    <message>
      <source>The alert has no title.</source>
      <translation>L’alerte n’a pas de titre.</translation>
    </message>
    <message>
      <source>The attribute {name} is not set.</source>
      <translation>L’attribut {name} n’est pas défini.</translation>
    </message>
    <message>
      <source>The attributes differ from those of the members that are there.</source>
      <translation>Les attributs diffèrent de ceux des membres présents.</translation>
    </message>
    <message>
      <source>The audience has no label.</source>
      <translation>L’audience n’a pas de libellé.</translation>
    </message>
    <message>
      <source>The audience has no name.</source>
      <translation>L’audience n’a pas de nom.</translation>
    </message>
    <message>
      <source>The audience is evaluated</source>
      <translation>L’audience est évaluée</translation>
    </message>
    <message>
      <source>The audience {audience} is a draft.</source>
      <translation>L’audience {audience} est un brouillon.</translation>
    </message>
    <message>
      <source>The audience {audience} is inactive.</source>
      <translation>L’audience {audience} est inactive.</translation>
    </message>
    <message numerus="yes">
      <source>The audience {part} is here already, with {n} member(s).</source>
      <translation>
        <numerusform>L’audience {part} est déjà ici, avec {n} membre.</numerusform>
        <numerusform>L’audience {part} est déjà ici, avec {n} membres.</numerusform>
      </translation>
    </message>
    <message>
      <source>The audience {part} is new here, with its members.</source>
      <translation>L’audience {part} est nouvelle ici, avec ses membres.</translation>
    </message>
    <message>
      <source>The audience {part} is new here, without members: its counts will be 0.</source>
      <translation>L’audience {part} est nouvelle ici, sans membres : ses nombres seront 0.</translation>
    </message>
    <message>
      <source>The audience's id or label.</source>
      <translation>L’identifiant ou le libellé de l’audience.</translation>
    </message>
    <message numerus="yes">
      <source>The bundle brings {rows} of {name}; here (is|are) {n} (other|others).</source>
      <translation>
        <numerusform>Le lot apporte {rows} de {name} ; ici il y en a {n} autre.</numerusform>
        <numerusform>Le lot apporte {rows} de {name} ; ici il y en a {n} autres.</numerusform>
      </translation>
    </message>
    <message>
      <source>The bundle brings {rows} of {name}; here are none.</source>
      <translation>Le lot apporte {rows} de {name} ; ici il n’y en a pas.</translation>
    </message>
    <message>
      <source>The bundle cannot be decrypted.</source>
      <translation>Le lot ne peut pas être déchiffré.</translation>
    </message>
    <message>
      <source>The bundle has a part with a name that no bundle has: {name}.</source>
      <translation>Le lot a une partie dont le nom n’existe dans aucun lot : {name}.</translation>
    </message>
    <message>
      <source>The bundle has no targeting dimension {dimension} for {one}.</source>
      <translation>Le lot n’a pas de dimension de ciblage {dimension} pour {one}.</translation>
    </message>
    <message numerus="yes">
      <source>The bundle has {n} byte(s); at most {most_sealed} can be encrypted.</source>
      <translation>
        <numerusform>Le lot a {n} octet ; {most_sealed} au plus peuvent être chiffrés.</numerusform>
        <numerusform>Le lot a {n} octets ; {most_sealed} au plus peuvent être chiffrés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The bundle has {n} part(s).</source>
      <translation>
        <numerusform>Le lot a {n} partie.</numerusform>
        <numerusform>Le lot a {n} parties.</numerusform>
      </translation>
    </message>
    <message>
      <source>The bundle holds too many values.</source>
      <translation>Le lot contient trop de valeurs.</translation>
    </message>
    <message>
      <source>The campaign account ID is empty.</source>
      <translation>L’identifiant du compte de campagne est vide.</translation>
    </message>
    <message>
      <source>The campaign became a draft again.</source>
      <translation>La campagne est redevenue un brouillon.</translation>
    </message>
    <message>
      <source>The campaign cannot be published: {what}</source>
      <translation>La campagne ne peut pas être publiée : {what}</translation>
    </message>
    <message numerus="yes">
      <source>The campaign has {n} channel activit(y|ies); at most {most_channels} are allowed.</source>
      <translation>
        <numerusform>La campagne a {n} activité de canal ; {most_channels} au plus sont admises.</numerusform>
        <numerusform>La campagne a {n} activités de canal ; {most_channels} au plus sont admises.</numerusform>
      </translation>
    </message>
    <message>
      <source>The campaign to signal is not chosen.</source>
      <translation>La campagne à signaler n’est pas choisie.</translation>
    </message>
    <message>
      <source>The campaign was archived.</source>
      <translation>La campagne a été archivée.</translation>
    </message>
    <message>
      <source>The campaign was stopped.</source>
      <translation>La campagne a été arrêtée.</translation>
    </message>
    <message>
      <source>The campaign {campaign} is not triggered by a signal.</source>
      <translation>La campagne {campaign} n’est pas déclenchée par un signal.</translation>
    </message>
    <message>
      <source>The canvas has no activity.</source>
      <translation>Le canevas n’a aucune activité.</translation>
    </message>
    <message numerus="yes">
      <source>The canvas has {n} activit(y|ies).</source>
      <translation>
        <numerusform>Le canevas a {n} activité.</numerusform>
        <numerusform>Le canevas a {n} activités.</numerusform>
      </translation>
    </message>
    <message>
      <source>The capping count is no number of 1 or more.</source>
      <translation>Le plafond n’est pas un nombre d’au moins 1.</translation>
    </message>
    <message>
      <source>The catalogue cannot be read at {place}.</source>
      <translation>Le catalogue ne peut pas être lu à l’endroit {place}.</translation>
    </message>
    <message>
      <source>The catalogue cannot be read.</source>
      <translation>Le catalogue ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The change is not a whole number.</source>
      <translation>Le changement n’est pas un nombre entier.</translation>
    </message>
    <message>
      <source>The change type is neither u (upsert) nor d (delete).</source>
      <translation>Le type de changement n’est ni u (insérer ou mettre à jour) ni d (supprimer).</translation>
    </message>
    <message>
      <source>The character of a code.</source>
      <translation>Le caractère d’un code.</translation>
    </message>
    <message>
      <source>The code of the first character; 0 for an empty text.</source>
      <translation>Le code du premier caractère ; 0 pour un texte vide.</translation>
    </message>
    <message>
      <source>The column is empty.</source>
      <translation>La colonne est vide.</translation>
    </message>
    <message>
      <source>The column {column} ({type}) is missing here.</source>
      <translation>La colonne {column} ({type}) manque ici.</translation>
    </message>
    <message>
      <source>The column {column} is {known} here and {type} in the bundle.</source>
      <translation>La colonne {column} est de type {known} ici et {type} dans le lot.</translation>
    </message>
    <message>
      <source>The column's name; empty means the attribute's own.</source>
      <translation>Le nom de la colonne ; vide signifie celui de l’attribut.</translation>
    </message>
    <message>
      <source>The columns are not known.</source>
      <translation>Les colonnes ne sont pas connues.</translation>
    </message>
    <message>
      <source>The complete years from a date until now; of a number, now minus that many years.</source>
      <translation>Les années complètes d’une date jusqu’à maintenant ; d’un nombre, maintenant moins ce nombre d’années.</translation>
    </message>
    <message>
      <source>The condition cannot be read.</source>
      <translation>La condition ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The connection {name} has no update policy.</source>
      <translation>La connexion {name} n’a pas de règle de mise à jour.</translation>
    </message>
    <message>
      <source>The counts were made as of {as_of}, here as of {here}.</source>
      <translation>Les nombres ont été comptés au {as_of}, ici au {here}.</translation>
    </message>
    <message>
      <source>The counts were made by another version (meaning {semantics}, here {here}).</source>
      <translation>Les nombres ont été comptés par une autre version (sémantique {semantics}, ici {here}).</translation>
    </message>
    <message>
      <source>The database refused a step that should have worked; this is a fault of Jalon, not yours.</source>
      <translation>La base de données a refusé une étape qui aurait dû fonctionner ; c’est une erreur de Jalon, pas la vôtre.</translation>
    </message>
    <message>
      <source>The date field is not chosen.</source>
      <translation>Le champ de date n’est pas choisi.</translation>
    </message>
    <message>
      <source>The date is after the journey's end.</source>
      <translation>La date est postérieure à la fin du parcours.</translation>
    </message>
    <message>
      <source>The date is not set.</source>
      <translation>La date n’est pas définie.</translation>
    </message>
    <message>
      <source>The date is past, so nobody waits.</source>
      <translation>La date est passée : personne n’attend.</translation>
    </message>
    <message>
      <source>The date of a moment; empty for a text that is none.</source>
      <translation>La date d’un moment ; vide pour un texte qui n’en est pas un.</translation>
    </message>
    <message>
      <source>The date of the time-out is not set.</source>
      <translation>La date d’expiration n’est pas définie.</translation>
    </message>
    <message>
      <source>The date that many days ago, as the number yyyymmdd.</source>
      <translation>La date d’il y a ce nombre de jours, sous forme du nombre aaaammjj.</translation>
    </message>
    <message>
      <source>The dates could be {choices}; choose the format.</source>
      <translation>Les dates pourraient être {choices} ; choisissez le format.</translation>
    </message>
    <message>
      <source>The day of a moment.</source>
      <translation>Le jour d’un moment.</translation>
    </message>
    <message>
      <source>The day of the week, from 0 for Monday to 6 for Sunday.</source>
      <translation>Le jour de la semaine, de 0 pour lundi à 6 pour dimanche.</translation>
    </message>
    <message>
      <source>The day's number in its year, 1 to 366.</source>
      <translation>Le numéro du jour dans l’année, de 1 à 366.</translation>
    </message>
    <message>
      <source>The description of a journey has at most 2,000 characters.</source>
      <translation>La description d’un parcours compte au plus 2 000 caractères.</translation>
    </message>
    <message>
      <source>The dimension whose identity names the members.</source>
      <translation>La dimension dont l’identité désigne les membres.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Le disque est plein.</translation>
    </message>
    <message>
      <source>The document is larger than 64 MB.</source>
      <translation>Le document dépasse 64 Mo.</translation>
    </message>
    <message>
      <source>The document is not the one whose counts were noted.</source>
      <translation>Le document n’est pas celui dont les nombres ont été notés.</translation>
    </message>
    <message>
      <source>The duration is nothing.</source>
      <translation>La durée est nulle.</translation>
    </message>
    <message>
      <source>The duration must be longer than nothing.</source>
      <translation>La durée doit être supérieure à zéro.</translation>
    </message>
    <message>
      <source>The dynamic list {name} has no filter.</source>
      <translation>La liste dynamique {name} n’a pas de filtre.</translation>
    </message>
    <message>
      <source>The e-mail address must stay a valid one.</source>
      <translation>L’adresse e-mail doit rester valide.</translation>
    </message>
    <message>
      <source>The e-mail does not say whom it is from.</source>
      <translation>L’e-mail ne dit pas de qui il vient.</translation>
    </message>
    <message>
      <source>The e-mail has no name.</source>
      <translation>L’e-mail n’a pas de nom.</translation>
    </message>
    <message>
      <source>The e-mail has no subject.</source>
      <translation>L’e-mail n’a pas d’objet.</translation>
    </message>
    <message>
      <source>The e-mail has no text yet.</source>
      <translation>L’e-mail n’a pas encore de texte.</translation>
    </message>
    <message numerus="yes">
      <source>The e-mail has {n} byte(s).</source>
      <translation>
        <numerusform>L’e-mail a {n} octet.</numerusform>
        <numerusform>L’e-mail a {n} octets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The e-mail {name} is not approved.</source>
      <translation>L’e-mail {name} n’est pas approuvé.</translation>
    </message>
    <message>
      <source>The earlier of two dates; an empty one is left out.</source>
      <translation>La plus ancienne de deux dates ; une date vide est ignorée.</translation>
    </message>
    <message>
      <source>The encoding {encoding} has no sign for {object}.</source>
      <translation>L’encodage {encoding} n’a pas de signe pour {object}.</translation>
    </message>
    <message numerus="yes">
      <source>The encrypted bundle has {n} byte(s).</source>
      <translation>
        <numerusform>Le lot chiffré a {n} octet.</numerusform>
        <numerusform>Le lot chiffré a {n} octets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The end date is less than one day after the start.</source>
      <translation>La date de fin est moins d’un jour après le début.</translation>
    </message>
    <message>
      <source>The end date is not between now and three years after the start.</source>
      <translation>La date de fin n’est pas entre maintenant et trois ans après le début.</translation>
    </message>
    <message>
      <source>The end date is not between one day and three years after the start.</source>
      <translation>La date de fin n’est pas entre un jour et trois ans après le début.</translation>
    </message>
    <message>
      <source>The end date is not set.</source>
      <translation>La date de fin n’est pas définie.</translation>
    </message>
    <message>
      <source>The entity has no identity to find members by.</source>
      <translation>L’entité n’a pas d’identité pour retrouver les membres.</translation>
    </message>
    <message>
      <source>The event has no type.</source>
      <translation>L’événement n’a pas de type.</translation>
    </message>
    <message>
      <source>The expression ends too early.</source>
      <translation>L’expression s’arrête trop tôt.</translation>
    </message>
    <message>
      <source>The expression gives a {value}, but the attribute is a {left}.</source>
      <translation>L’expression donne une valeur de type {value}, mais l’attribut est de type {left}.</translation>
    </message>
    <message numerus="yes">
      <source>The expression has {n} character(s); at most {most_characters} are allowed.</source>
      <translation>
        <numerusform>L’expression a {n} caractère ; {most_characters} au plus sont admis.</numerusform>
        <numerusform>L’expression a {n} caractères ; {most_characters} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message>
      <source>The expression is empty.</source>
      <translation>L’expression est vide.</translation>
    </message>
    <message>
      <source>The expression is missing.</source>
      <translation>L’expression manque.</translation>
    </message>
    <message>
      <source>The expression is nested more than {deepest} levels deep.</source>
      <translation>L’expression s’imbrique sur plus de {deepest} niveaux.</translation>
    </message>
    <message>
      <source>The expression is no condition.</source>
      <translation>L’expression n’est pas une condition.</translation>
    </message>
    <message>
      <source>The expression {expression} asks for the present.</source>
      <translation>L’expression {expression} demande le moment présent.</translation>
    </message>
    <message>
      <source>The extension {extension} of 'info' is missing.</source>
      <translation>L’extension {extension} de « info » manque.</translation>
    </message>
    <message>
      <source>The field {missing} is missing.</source>
      <translation>Le champ {missing} manque.</translation>
    </message>
    <message>
      <source>The file cannot be read as SQL.</source>
      <translation>Le fichier n’est pas lisible comme du SQL.</translation>
    </message>
    <message>
      <source>The file defines no table.</source>
      <translation>Le fichier ne définit aucune table.</translation>
    </message>
    <message numerus="yes">
      <source>The file defines {n} table(s); at most {most_tables} are allowed.</source>
      <translation>
        <numerusform>Le fichier définit {n} table ; {most_tables} au plus sont admises.</numerusform>
        <numerusform>Le fichier définit {n} tables ; {most_tables} au plus sont admises.</numerusform>
      </translation>
    </message>
    <message>
      <source>The file has no column {column}.</source>
      <translation>Le fichier n’a pas de colonne {column}.</translation>
    </message>
    <message>
      <source>The file has no column {header}, which {table} needs.</source>
      <translation>Le fichier n’a pas de colonne {header}, dont {table} a besoin.</translation>
    </message>
    <message>
      <source>The file has no column {header}.</source>
      <translation>Le fichier n’a pas de colonne {header}.</translation>
    </message>
    <message>
      <source>The file has no name.</source>
      <translation>Le fichier n’a pas de nom.</translation>
    </message>
    <message>
      <source>The file has {size} GB, which takes a while; Parquet is read faster than text.</source>
      <translation>Le fichier fait {size} Go, ce qui prend un moment ; Parquet se lit plus vite que du texte.</translation>
    </message>
    <message>
      <source>The file is larger than 10 MB.</source>
      <translation>Le fichier dépasse 10 Mo.</translation>
    </message>
    <message>
      <source>The file is no OpenAPI document.</source>
      <translation>Le fichier n’est pas un document OpenAPI.</translation>
    </message>
    <message>
      <source>The file is too large for a calendar.</source>
      <translation>Le fichier est trop grand pour un calendrier.</translation>
    </message>
    <message>
      <source>The file of the key {name} does not hold this key.</source>
      <translation>Le fichier de la clé {name} ne contient pas cette clé.</translation>
    </message>
    <message>
      <source>The file to load has not been read.</source>
      <translation>Le fichier à charger n’a pas été lu.</translation>
    </message>
    <message>
      <source>The file was damaged on its way, or somebody changed it.</source>
      <translation>Le fichier a été endommagé en chemin, ou quelqu’un l’a modifié.</translation>
    </message>
    <message>
      <source>The file {file} is not laid out like the sample: {parts}.</source>
      <translation>Le fichier {file} n’est pas disposé comme l’exemple : {parts}.</translation>
    </message>
    <message>
      <source>The file {path} cannot be read.</source>
      <translation>Le fichier {path} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The file {path} has more than {most_bytes} MB.</source>
      <translation>Le fichier {path} dépasse {most_bytes} Mo.</translation>
    </message>
    <message>
      <source>The filter of {name} cannot change, because the list is live.</source>
      <translation>Le filtre de {name} ne peut pas changer, car la liste est active.</translation>
    </message>
    <message>
      <source>The filter {found} uses itself: {names}.</source>
      <translation>Le filtre {found} s’utilise lui-même : {names}.</translation>
    </message>
    <message>
      <source>The filter {kind} does not belong to these conditions.</source>
      <translation>Le filtre {kind} n’a pas sa place dans ces conditions.</translation>
    </message>
    <message>
      <source>The first characters.</source>
      <translation>Les premiers caractères.</translation>
    </message>
    <message>
      <source>The first day of the quarter.</source>
      <translation>Le premier jour du trimestre.</translation>
    </message>
    <message>
      <source>The first day of the year.</source>
      <translation>Le premier jour de l’année.</translation>
    </message>
    <message>
      <source>The first found wins.</source>
      <translation>La première trouvée l’emporte.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be read.</source>
      <translation>Le dossier {folder} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The folder {folder} may not be written.</source>
      <translation>Le dossier {folder} ne peut pas être modifié.</translation>
    </message>
    <message>
      <source>The format of this version is {format}.</source>
      <translation>Le format de cette version est {format}.</translation>
    </message>
    <message>
      <source>The groups with the highest engagement scores.</source>
      <translation>Les groupes aux scores d’engagement les plus hauts.</translation>
    </message>
    <message>
      <source>The header in the file, when it differs from the name.</source>
      <translation>L’en-tête dans le fichier, s’il diffère du nom.</translation>
    </message>
    <message>
      <source>The header of {path} cannot be read.</source>
      <translation>L’en-tête de {path} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The header of {path} is empty.</source>
      <translation>L’en-tête de {path} est vide.</translation>
    </message>
    <message>
      <source>The hour of a moment.</source>
      <translation>L’heure d’un moment.</translation>
    </message>
    <message>
      <source>The identity {identity} of {dimension} is not a text.</source>
      <translation>L’identité {identity} de {dimension} n’est pas un texte.</translation>
    </message>
    <message>
      <source>The instant that the campaign counts at.</source>
      <translation>L’instant auquel la campagne compte.</translation>
    </message>
    <message>
      <source>The interest has no roles template.</source>
      <translation>L’intérêt n’a pas de modèle de rôles.</translation>
    </message>
    <message>
      <source>The journey cannot be published: {what}</source>
      <translation>Le parcours ne peut pas être publié : {what}</translation>
    </message>
    <message>
      <source>The journey cannot run.</source>
      <translation>Le parcours ne peut pas s’exécuter.</translation>
    </message>
    <message>
      <source>The journey has no audience.</source>
      <translation>Le parcours n’a pas d’audience.</translation>
    </message>
    <message>
      <source>The journey has not been rehearsed like this yet.</source>
      <translation>Le parcours n’a pas encore été répété ainsi.</translation>
    </message>
    <message numerus="yes">
      <source>The journey has {n} audience(s).</source>
      <translation>
        <numerusform>Le parcours a {n} audience.</numerusform>
        <numerusform>Le parcours a {n} audiences.</numerusform>
      </translation>
    </message>
    <message>
      <source>The journey is not published.</source>
      <translation>Le parcours n’est pas publié.</translation>
    </message>
    <message>
      <source>The journey is over, so its end cannot be moved.</source>
      <translation>Le parcours est terminé : sa fin ne peut plus être déplacée.</translation>
    </message>
    <message>
      <source>The journey may end from {date} on.</source>
      <translation>Le parcours peut se terminer à partir du {date}.</translation>
    </message>
    <message>
      <source>The journey's property {path} does not fit.</source>
      <translation>La propriété {path} du parcours ne convient pas.</translation>
    </message>
    <message>
      <source>The key could not be written to {folder}.</source>
      <translation>La clé n’a pas pu être écrite dans {folder}.</translation>
    </message>
    <message>
      <source>The key if the two values are equal, else empty.</source>
      <translation>La clé si les deux valeurs sont égales, sinon vide.</translation>
    </message>
    <message>
      <source>The key is missing, or an earlier record has it already.</source>
      <translation>La clé manque, ou un enregistrement précédent l’a déjà.</translation>
    </message>
    <message>
      <source>The key is {key} here and {other} in the bundle.</source>
      <translation>La clé est {key} ici et {other} dans le lot.</translation>
    </message>
    <message>
      <source>The key of {table} is not filled.</source>
      <translation>La clé de {table} n’est pas remplie.</translation>
    </message>
    <message>
      <source>The kilometres between two points given in degrees.</source>
      <translation>Les kilomètres entre deux points donnés en degrés.</translation>
    </message>
    <message>
      <source>The kind should be one of {expected_tags}</source>
      <translation>Le genre doit être l’un de {expected_tags}</translation>
    </message>
    <message>
      <source>The larger of two numbers; an empty one is left out.</source>
      <translation>Le plus grand de deux nombres ; un nombre vide est ignoré.</translation>
    </message>
    <message>
      <source>The largest value, or the latest.</source>
      <translation>La plus grande valeur, ou la plus récente.</translation>
    </message>
    <message>
      <source>The last characters.</source>
      <translation>Les derniers caractères.</translation>
    </message>
    <message>
      <source>The line contains a NUL character.</source>
      <translation>La ligne contient un caractère NUL.</translation>
    </message>
    <message numerus="yes">
      <source>The line is longer than {n} character(s).</source>
      <translation>
        <numerusform>La ligne dépasse {n} caractère.</numerusform>
        <numerusform>La ligne dépasse {n} caractères.</numerusform>
      </translation>
    </message>
    <message>
      <source>The link cannot be called {path}.</source>
      <translation>Le lien ne peut pas s’appeler {path}.</translation>
    </message>
    <message>
      <source>The link that demands a record found none</source>
      <translation>Le lien qui exige un enregistrement n’en a pas trouvé</translation>
    </message>
    <message>
      <source>The links to follow; empty takes the only shortest way.</source>
      <translation>Les liens à suivre ; vide prend le seul chemin le plus court.</translation>
    </message>
    <message>
      <source>The local answer of {name} cannot be read.</source>
      <translation>La réponse locale de {name} ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The manifest and the parts of the bundle differ: {path} is missing.</source>
      <translation>Le manifeste et les parties du lot diffèrent : {path} manque.</translation>
    </message>
    <message>
      <source>The manifest and the parts of the bundle differ: {path} is not in the manifest.</source>
      <translation>Le manifeste et les parties du lot diffèrent : {path} n’est pas dans le manifeste.</translation>
    </message>
    <message>
      <source>The manifest of the bundle cannot be read.</source>
      <translation>Le manifeste du lot ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The manifest of the bundle is no text.</source>
      <translation>Le manifeste du lot n’est pas un texte.</translation>
    </message>
    <message>
      <source>The manifest of the bundle names a part twice.</source>
      <translation>Le manifeste du lot cite deux fois une partie.</translation>
    </message>
    <message>
      <source>The mean of the values.</source>
      <translation>La moyenne des valeurs.</translation>
    </message>
    <message>
      <source>The members of the audience {audience} have no column {missing}.</source>
      <translation>Les membres de l’audience {audience} n’ont pas de colonne {missing}.</translation>
    </message>
    <message>
      <source>The members of {audience} are named by {identity}.</source>
      <translation>Les membres de {audience} sont désignés par {identity}.</translation>
    </message>
    <message>
      <source>The members of {audience} do not expire.</source>
      <translation>Les membres de {audience} n’expirent pas.</translation>
    </message>
    <message>
      <source>The members of {audience} have expired.</source>
      <translation>Les membres de {audience} ont expiré.</translation>
    </message>
    <message>
      <source>The members of {before} would be of another kind than these rely on: {broken}.</source>
      <translation>Les membres de {before} seraient d’une autre nature que celle sur laquelle comptent : {broken}.</translation>
    </message>
    <message>
      <source>The message has no name.</source>
      <translation>Le message n’a pas de nom.</translation>
    </message>
    <message>
      <source>The message is empty.</source>
      <translation>Le message est vide.</translation>
    </message>
    <message>
      <source>The messages are confirmed.</source>
      <translation>Les messages sont confirmés.</translation>
    </message>
    <message>
      <source>The minute of a moment.</source>
      <translation>La minute d’un moment.</translation>
    </message>
    <message>
      <source>The moment is not set.</source>
      <translation>Le moment n’est pas défini.</translation>
    </message>
    <message>
      <source>The moment is past, so nothing waits.</source>
      <translation>Le moment est passé : rien n’attend.</translation>
    </message>
    <message>
      <source>The moment is past.</source>
      <translation>Le moment est passé.</translation>
    </message>
    <message>
      <source>The moment minus days.</source>
      <translation>Le moment moins des jours.</translation>
    </message>
    <message>
      <source>The moment minus hours.</source>
      <translation>Le moment moins des heures.</translation>
    </message>
    <message>
      <source>The moment minus minutes.</source>
      <translation>Le moment moins des minutes.</translation>
    </message>
    <message>
      <source>The moment minus months.</source>
      <translation>Le moment moins des mois.</translation>
    </message>
    <message>
      <source>The moment minus seconds.</source>
      <translation>Le moment moins des secondes.</translation>
    </message>
    <message>
      <source>The moment minus years.</source>
      <translation>Le moment moins des années.</translation>
    </message>
    <message>
      <source>The moment plus days.</source>
      <translation>Le moment plus des jours.</translation>
    </message>
    <message>
      <source>The moment plus hours.</source>
      <translation>Le moment plus des heures.</translation>
    </message>
    <message>
      <source>The moment plus minutes.</source>
      <translation>Le moment plus des minutes.</translation>
    </message>
    <message>
      <source>The moment plus months.</source>
      <translation>Le moment plus des mois.</translation>
    </message>
    <message>
      <source>The moment plus seconds.</source>
      <translation>Le moment plus des secondes.</translation>
    </message>
    <message>
      <source>The moment plus years.</source>
      <translation>Le moment plus des années.</translation>
    </message>
    <message>
      <source>The month of a moment.</source>
      <translation>Le mois d’un moment.</translation>
    </message>
    <message>
      <source>The name is empty.</source>
      <translation>Le nom est vide.</translation>
    </message>
    <message>
      <source>The name of an account cannot be cleared.</source>
      <translation>Le nom d’un compte ne peut pas être vidé.</translation>
    </message>
    <message>
      <source>The name of the file does not say its format.</source>
      <translation>Le nom du fichier n’indique pas son format.</translation>
    </message>
    <message>
      <source>The name {name} stands twice in one object</source>
      <translation>Le nom {name} figure deux fois dans un objet</translation>
    </message>
    <message>
      <source>The names of the files are not said.</source>
      <translation>Les noms des fichiers ne sont pas indiqués.</translation>
    </message>
    <message>
      <source>The new dimension is not chosen.</source>
      <translation>La nouvelle dimension n’est pas choisie.</translation>
    </message>
    <message>
      <source>The new status is empty.</source>
      <translation>Le nouveau statut est vide.</translation>
    </message>
    <message>
      <source>The next whole number down.</source>
      <translation>L’entier immédiatement inférieur.</translation>
    </message>
    <message>
      <source>The next whole number up.</source>
      <translation>L’entier immédiatement supérieur.</translation>
    </message>
    <message numerus="yes">
      <source>The node has {n} event(s).</source>
      <translation>
        <numerusform>Le nœud a {n} événement.</numerusform>
        <numerusform>Le nœud a {n} événements.</numerusform>
      </translation>
    </message>
    <message>
      <source>The number cut to decimals.</source>
      <translation>Le nombre tronqué à des décimales.</translation>
    </message>
    <message>
      <source>The number of a filter is missing</source>
      <translation>Le numéro d’un filtre manque</translation>
    </message>
    <message>
      <source>The number of characters.</source>
      <translation>Le nombre de caractères.</translation>
    </message>
    <message>
      <source>The number of the row, from 1, in the order of its key.</source>
      <translation>Le numéro de la ligne, à partir de 1, dans l’ordre de sa clé.</translation>
    </message>
    <message>
      <source>The number rounded to decimals, halves away from zero.</source>
      <translation>Le nombre arrondi à des décimales, les moitiés en s’éloignant de zéro.</translation>
    </message>
    <message>
      <source>The number without its decimals; empty for a text that is none.</source>
      <translation>Le nombre sans ses décimales ; vide pour un texte qui n’est pas un nombre.</translation>
    </message>
    <message>
      <source>The number without its sign.</source>
      <translation>Le nombre sans son signe.</translation>
    </message>
    <message>
      <source>The number {shown} cannot be kept exactly</source>
      <translation>Le nombre {shown} ne peut pas être conservé exactement</translation>
    </message>
    <message>
      <source>The order of rows, inside RowNum and _Over_; empty values come last.</source>
      <translation>L’ordre des lignes, dans RowNum et _Over_ ; les valeurs vides viennent à la fin.</translation>
    </message>
    <message>
      <source>The other side of the link is not chosen.</source>
      <translation>L’autre côté du lien n’est pas choisi.</translation>
    </message>
    <message>
      <source>The part in percent of the whole; empty for a whole of zero.</source>
      <translation>La partie en pour cent du tout ; vide pour un tout nul.</translation>
    </message>
    <message>
      <source>The part {name} cannot be read.</source>
      <translation>La partie {name} ne peut pas être lue.</translation>
    </message>
    <message numerus="yes">
      <source>The part {name} has {n} byte(s).</source>
      <translation>
        <numerusform>La partie {name} a {n} octet.</numerusform>
        <numerusform>La partie {name} a {n} octets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The part {name} is a folder or a link.</source>
      <translation>La partie {name} est un dossier ou un lien.</translation>
    </message>
    <message>
      <source>The part {name} is encrypted in a way that bundles are not.</source>
      <translation>La partie {name} est chiffrée d’une façon que les lots n’emploient pas.</translation>
    </message>
    <message>
      <source>The part {name} is longer than the bundle says.</source>
      <translation>La partie {name} est plus longue que ne le dit le lot.</translation>
    </message>
    <message>
      <source>The part {name} is missing from the bundle.</source>
      <translation>La partie {name} manque dans le lot.</translation>
    </message>
    <message>
      <source>The part {name} is packed in a way that bundles are not.</source>
      <translation>La partie {name} est compressée d’une façon que les lots n’emploient pas.</translation>
    </message>
    <message>
      <source>The part {name} is shorter than the bundle says.</source>
      <translation>La partie {name} est plus courte que ne le dit le lot.</translation>
    </message>
    <message numerus="yes">
      <source>The part {name} would unpack to {n} byte(s).</source>
      <translation>
        <numerusform>La partie {name} se décompresserait en {n} octet.</numerusform>
        <numerusform>La partie {name} se décompresserait en {n} octets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The part {path} cannot be read.</source>
      <translation>La partie {path} ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The part {path} has another size than the manifest says.</source>
      <translation>La partie {path} n’a pas la taille indiquée par le manifeste.</translation>
    </message>
    <message>
      <source>The part {path} holds rows of {of}, which are no objects.</source>
      <translation>La partie {path} contient des lignes de {of}, qui ne sont pas des objets.</translation>
    </message>
    <message>
      <source>The part {path} is no schema.</source>
      <translation>La partie {path} n’est pas un schéma.</translation>
    </message>
    <message>
      <source>The part {path} is no text.</source>
      <translation>La partie {path} n’est pas un texte.</translation>
    </message>
    <message>
      <source>The part {path} is not what the manifest says.</source>
      <translation>La partie {path} n’est pas celle qu’annonce le manifeste.</translation>
    </message>
    <message>
      <source>The passphrase is another, or the file was changed on its way.</source>
      <translation>La phrase secrète est une autre, ou le fichier a été modifié en chemin.</translation>
    </message>
    <message>
      <source>The passphrase is shorter than {shortest} characters.</source>
      <translation>La phrase secrète a moins de {shortest} caractères.</translation>
    </message>
    <message>
      <source>The path leads back to where it came from: {names}.</source>
      <translation>Le chemin revient à son point de départ : {names}.</translation>
    </message>
    <message>
      <source>The path of links, such as purchases.</source>
      <translation>Le chemin des liens, tel que purchases.</translation>
    </message>
    <message>
      <source>The people are invented: counts that depend on keys, names or addresses need not come out.</source>
      <translation>Les personnes sont inventées : les nombres qui dépendent de clés, de noms ou d’adresses peuvent différer.</translation>
    </message>
    <message numerus="yes">
      <source>The personas look at {n} attribute(s); at most {most_attributes} are allowed in all.</source>
      <translation>
        <numerusform>Les personas regardent {n} attribut ; {most_attributes} au plus sont admis en tout.</numerusform>
        <numerusform>Les personas regardent {n} attributs ; {most_attributes} au plus sont admis en tout.</numerusform>
      </translation>
    </message>
    <message>
      <source>The place of the row among those that share PartitionBy, in the order of OrderBy.</source>
      <translation>Le rang de la ligne parmi celles de même PartitionBy, dans l’ordre de OrderBy.</translation>
    </message>
    <message>
      <source>The population is kept until then; the data may have changed by that time.</source>
      <translation>La population est gardée jusque-là ; les données peuvent avoir changé d’ici là.</translation>
    </message>
    <message>
      <source>The population of {transition} has not been counted yet.</source>
      <translation>La population de {transition} n’a pas encore été comptée.</translation>
    </message>
    <message>
      <source>The population that enters is not made of {wanted}, so it cannot be restricted to.</source>
      <translation>La population qui entre n’est pas faite de {wanted} : on ne peut pas s’y restreindre.</translation>
    </message>
    <message>
      <source>The populations of earlier runs are kept.</source>
      <translation>Les populations des exécutions précédentes sont gardées.</translation>
    </message>
    <message>
      <source>The primary set is not chosen.</source>
      <translation>L’ensemble principal n’est pas choisi.</translation>
    </message>
    <message>
      <source>The program has no attribute {attribute}.</source>
      <translation>Le programme n’a pas d’attribut {attribute}.</translation>
    </message>
    <message>
      <source>The program has no status {status}.</source>
      <translation>Le programme n’a pas de statut {status}.</translation>
    </message>
    <message>
      <source>The program type has no status.</source>
      <translation>Le type de programme n’a pas de statut.</translation>
    </message>
    <message>
      <source>The query tried to reach a file or a setting, which is never allowed.</source>
      <translation>La requête a tenté d’accéder à un fichier ou à un réglage, ce qui n’est jamais permis.</translation>
    </message>
    <message>
      <source>The quoting is wrong: {error}.</source>
      <translation>Les guillemets sont incorrects : {error}.</translation>
    </message>
    <message>
      <source>The records returned are remembered.</source>
      <translation>Les enregistrements rendus sont mémorisés.</translation>
    </message>
    <message>
      <source>The recurrence ends before it starts.</source>
      <translation>La récurrence se termine avant de commencer.</translation>
    </message>
    <message>
      <source>The remainder of a division, with the sign of the number; empty for a divisor of zero.</source>
      <translation>Le reste d’une division, du signe du nombre ; vide pour un diviseur nul.</translation>
    </message>
    <message>
      <source>The role {role} stands on two cards.</source>
      <translation>Le rôle {role} figure sur deux fiches.</translation>
    </message>
    <message>
      <source>The roles template of {interest} has no {role}.</source>
      <translation>Le modèle de rôles de {interest} n’a pas de {role}.</translation>
    </message>
    <message>
      <source>The roles template of {name} cannot change.</source>
      <translation>Le modèle de rôles de {name} ne peut pas changer.</translation>
    </message>
    <message>
      <source>The roles template {name} is live and cannot be {wish}.</source>
      <translation>Le modèle de rôles {name} est actif : cette opération est impossible ({wish}).</translation>
    </message>
    <message>
      <source>The roles template {name} is not live.</source>
      <translation>Le modèle de rôles {name} n’est pas actif.</translation>
    </message>
    <message>
      <source>The rows do not come from {wanted}.</source>
      <translation>Les lignes ne viennent pas de {wanted}.</translation>
    </message>
    <message>
      <source>The rows that enter are nobody yet, so no message can reach them.</source>
      <translation>Les lignes qui entrent ne désignent encore personne : aucun message ne peut les atteindre.</translation>
    </message>
    <message>
      <source>The rows that fit no record.</source>
      <translation>Les lignes qui ne correspondent à aucun enregistrement.</translation>
    </message>
    <message>
      <source>The rule cannot be read.</source>
      <translation>La règle ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The rule nests groups more than {deepest} levels deep.</source>
      <translation>La règle imbrique des groupes sur plus de {deepest} niveaux.</translation>
    </message>
    <message>
      <source>The run before is still going on, so this one was skipped.</source>
      <translation>L’exécution précédente est encore en cours : celle-ci a été passée.</translation>
    </message>
    <message>
      <source>The run begins, as of {now}, seed {seed}.</source>
      <translation>L’exécution commence, au {now}, graine {seed}.</translation>
    </message>
    <message>
      <source>The run did not settle in {most_passes} passes.</source>
      <translation>L’exécution ne s’est pas stabilisée en {most_passes} passages.</translation>
    </message>
    <message>
      <source>The run failed and is over.</source>
      <translation>L’exécution a échoué et est terminée.</translation>
    </message>
    <message>
      <source>The run failed. It can be continued once the cause is mended.</source>
      <translation>L’exécution a échoué. Elle peut continuer une fois la cause corrigée.</translation>
    </message>
    <message>
      <source>The run failed; to be told: {people}.</source>
      <translation>L’exécution a échoué ; à prévenir : {people}.</translation>
    </message>
    <message>
      <source>The run gave no result.</source>
      <translation>L’exécution n’a donné aucun résultat.</translation>
    </message>
    <message>
      <source>The run is finished.</source>
      <translation>L’exécution est terminée.</translation>
    </message>
    <message>
      <source>The run is paused.</source>
      <translation>L’exécution est en pause.</translation>
    </message>
    <message>
      <source>The run is resumed.</source>
      <translation>L’exécution reprend.</translation>
    </message>
    <message>
      <source>The run waits.</source>
      <translation>L’exécution attend.</translation>
    </message>
    <message>
      <source>The run was paused; resume to go on.</source>
      <translation>L’exécution a été mise en pause ; reprenez pour continuer.</translation>
    </message>
    <message>
      <source>The run was stopped.</source>
      <translation>L’exécution a été arrêtée.</translation>
    </message>
    <message>
      <source>The run was suspended, because another activity failed.</source>
      <translation>L’exécution a été suspendue, car une autre activité a échoué.</translation>
    </message>
    <message>
      <source>The run would end after the journey does.</source>
      <translation>L’exécution finirait après le parcours.</translation>
    </message>
    <message>
      <source>The run would end at {end}, before it starts.</source>
      <translation>L’exécution finirait le {end}, avant de commencer.</translation>
    </message>
    <message>
      <source>The same day at 00:00.</source>
      <translation>Le même jour à 00:00.</translation>
    </message>
    <message>
      <source>The same file would be another one every day.</source>
      <translation>Le même fichier serait un autre chaque jour.</translation>
    </message>
    <message>
      <source>The same seed chooses the same people.</source>
      <translation>La même graine choisit les mêmes personnes.</translation>
    </message>
    <message>
      <source>The schedule cannot be read.</source>
      <translation>La planification ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The schemas do not fit together.</source>
      <translation>Les schémas ne vont pas ensemble.</translation>
    </message>
    <message>
      <source>The schemas of the bundle do not fit together.</source>
      <translation>Les schémas du lot ne vont pas ensemble.</translation>
    </message>
    <message>
      <source>The scoring model {name} is {status} and cannot be changed.</source>
      <translation>Le modèle de score {name} est à l’état {status} et ne peut pas être modifié.</translation>
    </message>
    <message>
      <source>The second of a moment.</source>
      <translation>La seconde d’un moment.</translation>
    </message>
    <message>
      <source>The second value if the text is empty, else the third.</source>
      <translation>La deuxième valeur si le texte est vide, sinon la troisième.</translation>
    </message>
    <message>
      <source>The second value where the first is empty or zero.</source>
      <translation>La seconde valeur là où la première est vide ou nulle.</translation>
    </message>
    <message>
      <source>The second value where the first is empty.</source>
      <translation>La seconde valeur là où la première est vide.</translation>
    </message>
    <message>
      <source>The sender's number is not set.</source>
      <translation>Le numéro de l’expéditeur n’est pas indiqué.</translation>
    </message>
    <message>
      <source>The separator cannot be this sign.</source>
      <translation>Le séparateur ne peut pas être ce signe.</translation>
    </message>
    <message>
      <source>The service {name} chooses a path.</source>
      <translation>Le service {name} choisit un chemin.</translation>
    </message>
    <message>
      <source>The service {name} does not choose a path.</source>
      <translation>Le service {name} ne choisit pas de chemin.</translation>
    </message>
    <message>
      <source>The service {name} has the same URL.</source>
      <translation>Le service {name} a la même URL.</translation>
    </message>
    <message>
      <source>The service {name} is about {context}.</source>
      <translation>Le service {name} porte sur {context}.</translation>
    </message>
    <message>
      <source>The shares add up to {total} %.</source>
      <translation>La somme des parts est de {total} %.</translation>
    </message>
    <message>
      <source>The sheet of a workbook, or the table of a DuckDB file.</source>
      <translation>La feuille d’un classeur, ou la table d’un fichier DuckDB.</translation>
    </message>
    <message>
      <source>The signature of the bundle cannot be read.</source>
      <translation>La signature du lot ne peut pas être lue.</translation>
    </message>
    <message>
      <source>The size in bytes.</source>
      <translation>La taille en octets.</translation>
    </message>
    <message>
      <source>The smaller of two numbers; an empty one is left out.</source>
      <translation>Le plus petit de deux nombres ; un nombre vide est ignoré.</translation>
    </message>
    <message>
      <source>The smallest value, or the earliest.</source>
      <translation>La plus petite valeur, ou la plus ancienne.</translation>
    </message>
    <message>
      <source>The split has no path.</source>
      <translation>La répartition n’a aucun chemin.</translation>
    </message>
    <message numerus="yes">
      <source>The split has {n} path(s); at most {most_paths} are allowed.</source>
      <translation>
        <numerusform>La répartition a {n} chemin ; {most_paths} au plus sont admis.</numerusform>
        <numerusform>La répartition a {n} chemins ; {most_paths} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message>
      <source>The stage model has no name.</source>
      <translation>Le modèle d’étapes n’a pas de nom.</translation>
    </message>
    <message>
      <source>The stage model has no stage {stage}.</source>
      <translation>Le modèle d’étapes n’a pas d’étape {stage}.</translation>
    </message>
    <message>
      <source>The stage model {name} is live and cannot be changed.</source>
      <translation>Le modèle d’étapes {name} est actif et ne peut pas être modifié.</translation>
    </message>
    <message>
      <source>The stage {stage} is saved and cannot be removed.</source>
      <translation>L’étape {stage} est enregistrée et ne peut pas être retirée.</translation>
    </message>
    <message>
      <source>The standard deviation, for values that are a sample.</source>
      <translation>L’écart type, pour des valeurs formant un échantillon.</translation>
    </message>
    <message>
      <source>The start date is not at least one day ahead.</source>
      <translation>La date de début n’est pas au moins un jour plus tard.</translation>
    </message>
    <message>
      <source>The start date is not set.</source>
      <translation>La date de début n’est pas définie.</translation>
    </message>
    <message>
      <source>The step failed; see the problems.</source>
      <translation>L’étape a échoué ; voyez les problèmes.</translation>
    </message>
    <message>
      <source>The storage of the workspace stopped after a failure of the disk or the memory.</source>
      <translation>Le stockage de l’espace de travail s’est arrêté après une défaillance du disque ou de la mémoire.</translation>
    </message>
    <message>
      <source>The table of {name} is not there.</source>
      <translation>La table de {name} n’existe pas.</translation>
    </message>
    <message>
      <source>The table whose records are targeted; empty means the campaign's own.</source>
      <translation>La table dont les enregistrements sont ciblés ; vide signifie celle de la campagne.</translation>
    </message>
    <message>
      <source>The table {name} does not exist here; {target} is meant.</source>
      <translation>La table {name} n’existe pas ici ; {target} est utilisée à sa place.</translation>
    </message>
    <message>
      <source>The table {name} holds no data yet.</source>
      <translation>La table {name} ne contient pas encore de données.</translation>
    </message>
    <message>
      <source>The table {table} is loaded from a folder already.</source>
      <translation>La table {table} est déjà chargée depuis un dossier.</translation>
    </message>
    <message>
      <source>The targeting dimension {added} cannot change its table or identity.</source>
      <translation>La dimension de ciblage {added} ne peut changer ni de table ni d’identité.</translation>
    </message>
    <message>
      <source>The template has no role.</source>
      <translation>Le modèle n’a aucun rôle.</translation>
    </message>
    <message>
      <source>The template {template} is not approved.</source>
      <translation>Le modèle {template} n’est pas approuvé.</translation>
    </message>
    <message>
      <source>The ten pages with the most views, by known and unknown visitors.</source>
      <translation>Les dix pages les plus vues, par visiteurs connus et inconnus.</translation>
    </message>
    <message>
      <source>The test run begins, as of {now}, seed {seed}.</source>
      <translation>L’exécution de test commence, au {now}, graine {seed}.</translation>
    </message>
    <message>
      <source>The test run failed.</source>
      <translation>L’exécution de test a échoué.</translation>
    </message>
    <message>
      <source>The test run found errors.</source>
      <translation>L’exécution de test a trouvé des erreurs.</translation>
    </message>
    <message>
      <source>The test run is finished.</source>
      <translation>L’exécution de test est terminée.</translation>
    </message>
    <message>
      <source>The test run is paused.</source>
      <translation>L’exécution de test est en pause.</translation>
    </message>
    <message>
      <source>The test run was restarted.</source>
      <translation>L’exécution de test a été relancée.</translation>
    </message>
    <message>
      <source>The test run was stopped.</source>
      <translation>L’exécution de test a été arrêtée.</translation>
    </message>
    <message>
      <source>The text does not have the form that is needed here</source>
      <translation>Le texte n’a pas la forme voulue ici</translation>
    </message>
    <message>
      <source>The text encrypted with a key of this computer, whose name stands in quotes.</source>
      <translation>Le texte chiffré avec une clé de cet ordinateur, dont le nom figure entre apostrophes.</translation>
    </message>
    <message>
      <source>The text is JSON, but not an object.</source>
      <translation>Le texte est du JSON, mais pas un objet.</translation>
    </message>
    <message>
      <source>The text is too long.</source>
      <translation>Le texte est trop long.</translation>
    </message>
    <message numerus="yes">
      <source>The text should have at least {n} character(s)</source>
      <translation>
        <numerusform>Le texte doit avoir au moins {n} caractère</numerusform>
        <numerusform>Le texte doit avoir au moins {n} caractères</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The text should have at most {n} character(s)</source>
      <translation>
        <numerusform>Le texte doit avoir au plus {n} caractère</numerusform>
        <numerusform>Le texte doit avoir au plus {n} caractères</numerusform>
      </translation>
    </message>
    <message>
      <source>The text with every occurrence replaced.</source>
      <translation>Le texte, toutes les occurrences étant remplacées.</translation>
    </message>
    <message>
      <source>The texts joined, in ascending order.</source>
      <translation>Les textes joints, par ordre croissant.</translation>
    </message>
    <message numerus="yes">
      <source>The texts of the bundle have {n} byte(s).</source>
      <translation>
        <numerusform>Les textes du lot ont {n} octet.</numerusform>
        <numerusform>Les textes du lot ont {n} octets.</numerusform>
      </translation>
    </message>
    <message>
      <source>The texts with a single space between them where needed.</source>
      <translation>Les textes, séparés si nécessaire par une seule espace.</translation>
    </message>
    <message>
      <source>The texts with single spaces between them where needed.</source>
      <translation>Les textes, séparés si nécessaire par des espaces simples.</translation>
    </message>
    <message>
      <source>The third value if the first two are equal, else the fourth.</source>
      <translation>La troisième valeur si les deux premières sont égales, sinon la quatrième.</translation>
    </message>
    <message>
      <source>The third value if the two texts are equal, else the fourth.</source>
      <translation>La troisième valeur si les deux textes sont égaux, sinon la quatrième.</translation>
    </message>
    <message>
      <source>The time of day brought down to a multiple of seconds.</source>
      <translation>L’heure du jour ramenée à un multiple de secondes.</translation>
    </message>
    <message>
      <source>The time zone of date-times written without an offset, such as Europe/Paris.</source>
      <translation>Le fuseau des dates et heures écrites sans décalage, tel que Europe/Paris.</translation>
    </message>
    <message>
      <source>The total.</source>
      <translation>Le total.</translation>
    </message>
    <message>
      <source>The transition that enters here carries no population.</source>
      <translation>La transition qui entre ici ne porte aucune population.</translation>
    </message>
    <message>
      <source>The transition {one} refers to a node {missing} that is not there.</source>
      <translation>La transition {one} renvoie à un nœud {missing} qui n’existe pas.</translation>
    </message>
    <message>
      <source>The transition {transition} refers to an activity {missing} that is not there.</source>
      <translation>La transition {transition} renvoie à une activité {missing} qui n’existe pas.</translation>
    </message>
    <message>
      <source>The transition, or the activity that it comes from.</source>
      <translation>La transition, ou l’activité d’où elle vient.</translation>
    </message>
    <message>
      <source>The validity ends before it starts.</source>
      <translation>La validité se termine avant de commencer.</translation>
    </message>
    <message>
      <source>The value as a text, which is '' for an empty one.</source>
      <translation>La valeur sous forme de texte, qui est '' pour une valeur vide.</translation>
    </message>
    <message>
      <source>The value as a text; a number with that many decimals.</source>
      <translation>La valeur sous forme de texte ; un nombre avec autant de décimales.</translation>
    </message>
    <message>
      <source>The value is not among those allowed.</source>
      <translation>La valeur ne fait pas partie de celles admises.</translation>
    </message>
    <message>
      <source>The value is out of the range of {type}, or does not exist.</source>
      <translation>La valeur est hors des limites du type {type}, ou n’existe pas.</translation>
    </message>
    <message>
      <source>The value of every record, for what the file does not say.</source>
      <translation>La valeur de chaque enregistrement, pour ce que le fichier ne dit pas.</translation>
    </message>
    <message>
      <source>The value of the first When whose condition holds, else that of Else.</source>
      <translation>La valeur du premier When dont la condition est remplie, sinon celle de Else.</translation>
    </message>
    <message>
      <source>The value that a path such as '/order/item' or '/order/@id' leads to in an XML text.</source>
      <translation>La valeur à laquelle mène un chemin tel que '/order/item' ou '/order/@id' dans un texte XML.</translation>
    </message>
    <message>
      <source>The value with the flag removed.</source>
      <translation>La valeur sans l’indicateur.</translation>
    </message>
    <message>
      <source>The value with the flag set.</source>
      <translation>La valeur avec l’indicateur.</translation>
    </message>
    <message>
      <source>The values that rows share, inside RowNum and _Over_.</source>
      <translation>Les valeurs communes aux lignes, dans RowNum et _Over_.</translation>
    </message>
    <message>
      <source>The version column {version} of {table} is a {type}.</source>
      <translation>La colonne de version {version} de {table} est de type {type}.</translation>
    </message>
    <message>
      <source>The wait is longer than 5 days.</source>
      <translation>L’attente dure plus de 5 jours.</translation>
    </message>
    <message>
      <source>The window ends before it starts.</source>
      <translation>La fenêtre se termine avant de commencer.</translation>
    </message>
    <message>
      <source>The window is shorter than the interval.</source>
      <translation>La fenêtre est plus courte que l’intervalle.</translation>
    </message>
    <message numerus="yes">
      <source>The workbook defines {n} table(s); at most {most_tables} are allowed.</source>
      <translation>
        <numerusform>Le classeur définit {n} table ; {most_tables} au plus sont admises.</numerusform>
        <numerusform>Le classeur définit {n} tables ; {most_tables} au plus sont admises.</numerusform>
      </translation>
    </message>
    <message>
      <source>The workspace could not be read or written.</source>
      <translation>L’espace de travail n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
      <source>The workspace has records in {filled} already.</source>
      <translation>L’espace de travail a déjà des enregistrements dans {filled}.</translation>
    </message>
    <message>
      <source>The workspace {folder} cannot be opened.</source>
      <translation>L’espace de travail {folder} ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>The workspace {folder} is open in {who}.</source>
      <translation>L’espace de travail {folder} est ouvert dans {who}.</translation>
    </message>
    <message>
      <source>The year of a moment.</source>
      <translation>L’année d’un moment.</translation>
    </message>
    <message>
      <source>The {noun} {name} does not exist here.</source>
      <translation>{name} n’existe pas ici ({noun}).</translation>
    </message>
    <message>
      <source>The {noun} {name} holds {rows} here, and held {held}; their content differs.</source>
      <translation>{name} ({noun}) contient {rows} ici, et en contenait {held} ; leur contenu diffère.</translation>
    </message>
    <message>
      <source>The {noun} {name} is different here.</source>
      <translation>{name} est différent ici ({noun}).</translation>
    </message>
    <message>
      <source>The {noun} {name} is the same here.</source>
      <translation>{name} est identique ici ({noun}).</translation>
    </message>
    <message>
      <source>The {rows} of {name} are the same here.</source>
      <translation>Les {rows} de {name} sont identiques ici.</translation>
    </message>
    <message>
      <source>The {title} {name} is not live.</source>
      <translation>{name} n’est pas actif ({title}).</translation>
    </message>
    <message>
      <source>The {title} {shown} does not exist here.</source>
      <translation>{shown} n’existe pas ici ({title}).</translation>
    </message>
    <message>
      <source>The {title} {shown} is different here.</source>
      <translation>{shown} est différent ici ({title}).</translation>
    </message>
    <message>
      <source>The {title} {shown} is the same here.</source>
      <translation>{shown} est identique ici ({title}).</translation>
    </message>
    <message>
      <source>Then it counts in the engagement of persons.</source>
      <translation>Il compte alors dans l’engagement des personnes.</translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) more than {n} row(s) in the table {name}.</source>
      <translation>
        <numerusform>Il y a plus d’une ligne ({n}) dans la table {name}.</numerusform>
        <numerusform>Il y a plus de {n} lignes dans la table {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} custom object(s).</source>
      <translation>
        <numerusform>Il y a {n} objet personnalisé.</numerusform>
        <numerusform>Il y a {n} objets personnalisés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} dataflow(s); at most {most_dataflows} are allowed.</source>
      <translation>
        <numerusform>Il y a {n} flux de données ; {most_dataflows} au plus sont admis.</numerusform>
        <numerusform>Il y a {n} flux de données ; {most_dataflows} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} document(s) in {written}.</source>
      <translation>
        <numerusform>Il y a {n} document dans {written}.</numerusform>
        <numerusform>Il y a {n} documents dans {written}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} field(s) where the header has {width}.</source>
      <translation>
        <numerusform>Il y a {n} champ là où l’en-tête en a {width}.</numerusform>
        <numerusform>Il y a {n} champs là où l’en-tête en a {width}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} persona(s); at most {most_personas} are allowed.</source>
      <translation>
        <numerusform>Il y a {n} persona ; {most_personas} au plus sont admis.</numerusform>
        <numerusform>Il y a {n} personas ; {most_personas} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} role(s); at most {most_roles} are allowed, the default ones among them.</source>
      <translation>
        <numerusform>Il y a {n} rôle ; {most_roles} au plus sont admis, y compris ceux par défaut.</numerusform>
        <numerusform>Il y a {n} rôles ; {most_roles} au plus sont admis, y compris ceux par défaut.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There (is|are) {n} table(s); at most {most_tables} are allowed.</source>
      <translation>
        <numerusform>Il y a {n} table ; {most_tables} au plus sont admises.</numerusform>
        <numerusform>Il y a {n} tables ; {most_tables} au plus sont admises.</numerusform>
      </translation>
    </message>
    <message>
      <source>There are no records of {table} yet.</source>
      <translation>Il n’y a pas encore d’enregistrements de {table}.</translation>
    </message>
    <message>
      <source>There are several types of authentication: {kinds}.</source>
      <translation>Il y a plusieurs types d’authentification : {kinds}.</translation>
    </message>
    <message>
      <source>There are {most_calendars} calendars already.</source>
      <translation>Il y a déjà {most_calendars} calendriers.</translation>
    </message>
    <message>
      <source>There is a file {path} already.</source>
      <translation>Il y a déjà un fichier {path}.</translation>
    </message>
    <message>
      <source>There is a job for {name} and {other} already.</source>
      <translation>Il y a déjà une tâche pour {name} et {other}.</translation>
    </message>
    <message>
      <source>There is a policy called {policy} already.</source>
      <translation>Il existe déjà une règle nommée {policy}.</translation>
    </message>
    <message>
      <source>There is a role {name} already.</source>
      <translation>Il y a déjà un rôle {name}.</translation>
    </message>
    <message>
      <source>There is a stage model already: {name}.</source>
      <translation>Il y a déjà un modèle d’étapes : {name}.</translation>
    </message>
    <message>
      <source>There is a table {ours} already, which is not the one that accounts need.</source>
      <translation>Il y a déjà une table {ours}, qui n’est pas celle dont les comptes ont besoin.</translation>
    </message>
    <message>
      <source>There is a table {table} with something else.</source>
      <translation>Il existe une table {table} qui contient autre chose.</translation>
    </message>
    <message>
      <source>There is a workspace in {folder} already.</source>
      <translation>Il y a déjà un espace de travail dans {folder}.</translation>
    </message>
    <message>
      <source>There is already a {word} {key}.</source>
      <translation>L’identifiant {key} est déjà pris ({word}).</translation>
    </message>
    <message>
      <source>There is already an {word} {key}.</source>
      <translation>{key} : {word} de cet identifiant déjà présente.</translation>
    </message>
    <message>
      <source>There is an audience called {label} already.</source>
      <translation>Il y a déjà une audience appelée {label}.</translation>
    </message>
    <message>
      <source>There is an audience {settings} already.</source>
      <translation>Il y a déjà une audience {settings}.</translation>
    </message>
    <message>
      <source>There is another file {places} already, and no file is ever written over.</source>
      <translation>Il y a déjà un autre fichier {places}, et aucun fichier n’est jamais écrasé.</translation>
    </message>
    <message>
      <source>There is another journey called {other}.</source>
      <translation>Un autre parcours s’appelle {other}.</translation>
    </message>
    <message>
      <source>There is no My Token {name}.</source>
      <translation>Il n’y a pas de Mon jeton {name}.</translation>
    </message>
    <message>
      <source>There is no action {action}.</source>
      <translation>L’action {action} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no attribute {name}.</source>
      <translation>L’attribut {name} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no campaign {campaign} to signal.</source>
      <translation>Il n’existe pas de campagne {campaign} à signaler.</translation>
    </message>
    <message>
      <source>There is no class {entity}.</source>
      <translation>La classe {entity} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no condition.</source>
      <translation>Il n’y a aucune condition.</translation>
    </message>
    <message>
      <source>There is no creation job {job}.</source>
      <translation>Il n’y a pas de tâche de création {job}.</translation>
    </message>
    <message>
      <source>There is no document format {written}.</source>
      <translation>Le format de document {written} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no document in the bundle.</source>
      <translation>Il n’y a aucun document dans le lot.</translation>
    </message>
    <message>
      <source>There is no encoding {encoding}.</source>
      <translation>L’encodage {encoding} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no endpoint that takes a POST.</source>
      <translation>Aucun point d’accès n’accepte un POST.</translation>
    </message>
    <message>
      <source>There is no event in it.</source>
      <translation>Il ne contient aucun événement.</translation>
    </message>
    <message>
      <source>There is no event {event}.</source>
      <translation>L’événement {event} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no field {name}.</source>
      <translation>Le champ {name} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no field {there}.</source>
      <translation>Le champ {there} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no filter {word}</source>
      <translation>Il n’y a pas de filtre {word}</translation>
    </message>
    <message>
      <source>There is no function {node}.</source>
      <translation>La fonction {node} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no journey {reference}.</source>
      <translation>Le parcours {reference} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no key {name} on this computer.</source>
      <translation>La clé {name} n’existe pas sur cet ordinateur.</translation>
    </message>
    <message>
      <source>There is no keyword.</source>
      <translation>Il n’y a aucun mot-clé.</translation>
    </message>
    <message>
      <source>There is no rule, so every record of {table} is targeted.</source>
      <translation>Il n’y a pas de règle : tous les enregistrements de {table} sont ciblés.</translation>
    </message>
    <message>
      <source>There is no saved audience {reference}.</source>
      <translation>L’audience enregistrée {reference} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no security scheme.</source>
      <translation>Il n’y a pas de schéma de sécurité.</translation>
    </message>
    <message>
      <source>There is no subset.</source>
      <translation>Il n’y a aucun sous-ensemble.</translation>
    </message>
    <message>
      <source>There is no such record.</source>
      <translation>Cet enregistrement n’existe pas.</translation>
    </message>
    <message>
      <source>There is no such setting</source>
      <translation>Ce réglage n’existe pas</translation>
    </message>
    <message>
      <source>There is no such {noun}.</source>
      <translation>Introuvable : {noun}.</translation>
    </message>
    <message>
      <source>There is no table {table}.</source>
      <translation>La table {table} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no targeting dimension {dimension} with an identity.</source>
      <translation>Il n’y a pas de dimension de ciblage {dimension} pourvue d’une identité.</translation>
    </message>
    <message>
      <source>There is no targeting dimension {dimension}.</source>
      <translation>La dimension de ciblage {dimension} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no time zone {zone}.</source>
      <translation>Le fuseau horaire {zone} n’existe pas.</translation>
    </message>
    <message>
      <source>There is no workspace in {folder}.</source>
      <translation>Il n’y a pas d’espace de travail dans {folder}.</translation>
    </message>
    <message>
      <source>There is no zeroth week day.</source>
      <translation>Il n’y a pas de jour de semaine de rang zéro.</translation>
    </message>
    <message>
      <source>There is no {noun} to choose from yet; import data or add a schema first.</source>
      <translation>Rien à choisir pour l’instant ({noun}) ; importez d’abord des données ou ajoutez un schéma.</translation>
    </message>
    <message>
      <source>There is no {noun} {name} in {inside}.</source>
      <translation>{name} : {noun} introuvable dans {inside}.</translation>
    </message>
    <message>
      <source>There is no {noun} {name}.</source>
      <translation>{name} : {noun} introuvable.</translation>
    </message>
    <message>
      <source>There is no {title} {reference}.</source>
      <translation>{reference} : {title} introuvable.</translation>
    </message>
    <message>
      <source>There is no {word} {part} in this document.</source>
      <translation>{part} : {word} introuvable dans ce document.</translation>
    </message>
    <message>
      <source>There is none yet: make one first.</source>
      <translation>Il n’y en a pas encore : il faut d’abord en créer.</translation>
    </message>
    <message>
      <source>There is not enough memory or temporary disk space for this step.</source>
      <translation>Il n’y a pas assez de mémoire ou d’espace disque temporaire pour cette étape.</translation>
    </message>
    <message>
      <source>There is nothing to stop: it is {status} and no test runs.</source>
      <translation>Il n’y a rien à arrêter : l’état est {status} et aucun test ne tourne.</translation>
    </message>
    <message>
      <source>There is one called {name} already.</source>
      <translation>Il y en a déjà un qui s’appelle {name}.</translation>
    </message>
    <message numerus="yes">
      <source>There should be at least {n} entr(y|ies)</source>
      <translation>
        <numerusform>Il faut au moins {n} entrée</numerusform>
        <numerusform>Il faut au moins {n} entrées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>There should be at most {n} entr(y|ies)</source>
      <translation>
        <numerusform>Il faut au plus {n} entrée</numerusform>
        <numerusform>Il faut au plus {n} entrées</numerusform>
      </translation>
    </message>
    <message>
      <source>These activities cannot be pasted: an id stands twice, or a transition leads out of them.</source>
      <translation>Ces activités ne peuvent pas être collées : un identifiant figure deux fois, ou une transition en sort.</translation>
    </message>
    <message>
      <source>These columns are equal</source>
      <translation>Ces colonnes sont égales</translation>
    </message>
    <message>
      <source>These populations count different things: {names}.</source>
      <translation>Ces populations comptent des choses différentes : {names}.</translation>
    </message>
    <message>
      <source>They would count nobody, or people of long ago.</source>
      <translation>Elles ne compteraient personne, ou des personnes d’autrefois.</translation>
    </message>
    <message>
      <source>This archive is no bundle.</source>
      <translation>Cette archive n’est pas un lot.</translation>
    </message>
    <message>
      <source>This bracket is not closed.</source>
      <translation>Ce crochet n’est pas fermé.</translation>
    </message>
    <message>
      <source>This bundle is encrypted.</source>
      <translation>Ce lot est chiffré.</translation>
    </message>
    <message>
      <source>This cannot be removed, because something else refers to it.</source>
      <translation>Ceci ne peut pas être retiré, car autre chose s’y rapporte.</translation>
    </message>
    <message>
      <source>This document uses {call}, which is computed by Jalon itself.</source>
      <translation>Ce document utilise {call}, que Jalon calcule lui-même.</translation>
    </message>
    <message>
      <source>This document was written by a newer version (format {format}; this one writes {known}).</source>
      <translation>Ce document a été écrit par une version plus récente (format {format} ; celle-ci écrit {known}).</translation>
    </message>
    <message>
      <source>This file is no bundle, or its end is missing.</source>
      <translation>Ce fichier n’est pas un lot, ou sa fin manque.</translation>
    </message>
    <message>
      <source>This has a value for each record, but the aggregate beside it has one for all of them.</source>
      <translation>Ceci a une valeur par enregistrement, mais l’agrégat à côté en a une seule pour tous.</translation>
    </message>
    <message>
      <source>This import was taken back already.</source>
      <translation>Cette importation a déjà été annulée.</translation>
    </message>
    <message>
      <source>This is a fault of Jalon, not yours.</source>
      <translation>C’est une erreur de Jalon, non la vôtre.</translation>
    </message>
    <message>
      <source>This is not JSON: line {lineno}, column {colno}.</source>
      <translation>Ce n’est pas du JSON : ligne {lineno}, colonne {colno}.</translation>
    </message>
    <message>
      <source>This is not JSON: {error}.</source>
      <translation>Ce n’est pas du JSON : {error}.</translation>
    </message>
    <message>
      <source>This is not a value of the type {type}.</source>
      <translation>Ce n’est pas une valeur du type {type}.</translation>
    </message>
    <message>
      <source>This is not a variable.</source>
      <translation>Ce n’est pas une variable.</translation>
    </message>
    <message>
      <source>This is {has}; {wanted} is needed here.</source>
      <translation>Ceci est {has} ; il faut ici {wanted}.</translation>
    </message>
    <message>
      <source>This load has no effect that could be undone.</source>
      <translation>Ce chargement n’a pas d’effet à annuler.</translation>
    </message>
    <message>
      <source>This number is too large.</source>
      <translation>Ce nombre est trop grand.</translation>
    </message>
    <message>
      <source>This run does not wait; it is {status}.</source>
      <translation>Cette exécution n’attend pas ; son état est {status}.</translation>
    </message>
    <message>
      <source>This step belongs to another state of the document.</source>
      <translation>Cette étape appartient à un autre état du document.</translation>
    </message>
    <message>
      <source>This text has no closing quote.</source>
      <translation>Ce texte n’a pas de guillemet fermant.</translation>
    </message>
    <message>
      <source>This text holds half a character.</source>
      <translation>Ce texte contient une moitié de caractère.</translation>
    </message>
    <message>
      <source>This text is not a part of a canvas.</source>
      <translation>Ce texte n’est pas une partie d’un canevas.</translation>
    </message>
    <message>
      <source>This version does not know the activity {node}.</source>
      <translation>Cette version ne connaît pas l’activité {node}.</translation>
    </message>
    <message>
      <source>This version does not know the journey node {node}.</source>
      <translation>Cette version ne connaît pas le nœud de parcours {node}.</translation>
    </message>
    <message>
      <source>This version has no activity of the type {kind}; it is kept whole, and nothing after it is counted.</source>
      <translation>Cette version n’a pas d’activité du type {kind} ; elle est gardée entière, et rien n’est compté après elle.</translation>
    </message>
    <message>
      <source>This was not encrypted with the key {name}, or was changed since.</source>
      <translation>Ceci n’a pas été chiffré avec la clé {name}, ou a été modifié depuis.</translation>
    </message>
    <message>
      <source>This workspace has issued no count with such a code.</source>
      <translation>Cet espace de travail n’a délivré aucun nombre portant ce code.</translation>
    </message>
    <message>
      <source>This workspace knows no such import.</source>
      <translation>Cet espace de travail ne connaît pas cette importation.</translation>
    </message>
    <message>
      <source>Those of the bundle are of another dimension, or told apart by another attribute.</source>
      <translation>Ceux du paquet sont d’une autre dimension, ou se distinguent par un autre attribut.</translation>
    </message>
    <message>
      <source>Thousands</source>
      <translation>Milliers</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>Jeu</translation>
    </message>
    <message>
      <source>Tick another set.</source>
      <translation>Cochez un autre ensemble.</translation>
    </message>
    <message>
      <source>Tick another.</source>
      <translation>Cochez-en une autre.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Heure</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Fuseau horaire</translation>
    </message>
    <message>
      <source>Timeout</source>
      <translation>Délai d’attente</translation>
    </message>
    <message numerus="yes">
      <source>Timeout after {n} day(s)</source>
      <translation>
        <numerusform>Délai de {n} jour dépassé</numerusform>
        <numerusform>Délai de {n} jours dépassé</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Timeout after {n} hour(s)</source>
      <translation>
        <numerusform>Délai de {n} heure dépassé</numerusform>
        <numerusform>Délai de {n} heures dépassé</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Timeout after {n} minute(s)</source>
      <translation>
        <numerusform>Délai de {n} minute dépassé</numerusform>
        <numerusform>Délai de {n} minutes dépassé</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Timeout after {n} month(s)</source>
      <translation>
        <numerusform>Délai de {n} mois dépassé</numerusform>
        <numerusform>Délai de {n} mois dépassé</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Timeout after {n} week(s)</source>
      <translation>
        <numerusform>Délai de {n} semaine dépassé</numerusform>
        <numerusform>Délai de {n} semaines dépassé</numerusform>
      </translation>
    </message>
    <message>
      <source>Timeout on {date}</source>
      <translation>Délai dépassé le {date}</translation>
    </message>
    <message>
      <source>Timeout or error</source>
      <translation>Délai dépassé ou erreur</translation>
    </message>
    <message>
      <source>Timeout type</source>
      <translation>Type de délai</translation>
    </message>
    <message>
      <source>Times</source>
      <translation>Heures</translation>
    </message>
    <message>
      <source>Timing</source>
      <translation>Délai compté</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>Together {raw}, which gives {points} of 100 beside all other people</source>
      <translation>En tout {raw}, ce qui donne {points} sur 100 par rapport à toutes les autres personnes</translation>
    </message>
    <message>
      <source>Top pages</source>
      <translation>Pages les plus vues</translation>
    </message>
    <message>
      <source>Totals of events per message.</source>
      <translation>Totaux des événements par message.</translation>
    </message>
    <message>
      <source>Traffic control has no effect while no other journey has it.</source>
      <translation>Le contrôle du trafic n’a pas d’effet tant qu’aucun autre parcours ne l’a.</translation>
    </message>
    <message>
      <source>Transactional</source>
      <translation>Transactionnel</translation>
    </message>
    <message>
      <source>Transformation</source>
      <translation>Transformation</translation>
    </message>
    <message>
      <source>Transition</source>
      <translation>Transition</translation>
    </message>
    <message>
      <source>Transition 1</source>
      <translation>Transition 1</translation>
    </message>
    <message>
      <source>Transition 2</source>
      <translation>Transition 2</translation>
    </message>
    <message>
      <source>Transition {number}</source>
      <translation>Transition {number}</translation>
    </message>
    <message>
      <source>Transitions</source>
      <translation>Transitions</translation>
    </message>
    <message>
      <source>Transitions; empty means all.</source>
      <translation>Transitions ; vide signifie toutes.</translation>
    </message>
    <message>
      <source>Trim</source>
      <translation>Ôter les espaces</translation>
    </message>
    <message>
      <source>True</source>
      <translation>Vrai</translation>
    </message>
    <message>
      <source>True for every number but zero.</source>
      <translation>Vrai pour tout nombre sauf zéro.</translation>
    </message>
    <message>
      <source>True or false</source>
      <translation>Vrai ou faux</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>Mar</translation>
    </message>
    <message>
      <source>Turn it on in another journey, too.</source>
      <translation>Activez-le aussi dans un autre parcours.</translation>
    </message>
    <message>
      <source>Turn on the path for other accounts to keep them.</source>
      <translation>Activez le chemin des autres comptes pour les garder.</translation>
    </message>
    <message>
      <source>Two bands are called {name}.</source>
      <translation>Deux tranches s’appellent {name}.</translation>
    </message>
    <message>
      <source>Two bands have the weight {value}.</source>
      <translation>Deux tranches ont le poids {value}.</translation>
    </message>
    <message>
      <source>Two columns are called {name}.</source>
      <translation>Deux colonnes s’appellent {name}.</translation>
    </message>
    <message>
      <source>Two columns would both be called {name}.</source>
      <translation>Deux colonnes s’appelleraient {name}.</translation>
    </message>
    <message>
      <source>Two paths have the id {path}.</source>
      <translation>Deux chemins ont l’identifiant {path}.</translation>
    </message>
    <message>
      <source>Two personas are called {persona}.</source>
      <translation>Deux personas s’appellent {persona}.</translation>
    </message>
    <message>
      <source>Two rows are the same when</source>
      <translation>Deux lignes sont identiques quand</translation>
    </message>
    <message>
      <source>Two stages are called {stage}.</source>
      <translation>Deux étapes s’appellent {stage}.</translation>
    </message>
    <message>
      <source>Two transitions leave {source} by one output.</source>
      <translation>Deux transitions partent de {source} par une même sortie.</translation>
    </message>
    <message>
      <source>Two transitions leave {source} by the same output.</source>
      <translation>Deux transitions partent de {source} par la même sortie.</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Type it again.</source>
      <translation>Saisissez-le à nouveau.</translation>
    </message>
    <message>
      <source>Type the passphrase again; if that does not help, ask for the file again.</source>
      <translation>Saisissez à nouveau la phrase secrète ; si cela n’aide pas, redemandez le fichier.</translation>
    </message>
    <message>
      <source>Undo the later loads first, from the newest.</source>
      <translation>Annulez d’abord les chargements postérieurs, en commençant par le plus récent.</translation>
    </message>
    <message>
      <source>Union</source>
      <translation>Union</translation>
    </message>
    <message>
      <source>Unique in the destination.</source>
      <translation>Unique dans la destination.</translation>
    </message>
    <message>
      <source>Unique people per message.</source>
      <translation>Personnes uniques par message.</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Unité</translation>
    </message>
    <message>
      <source>Unreconciled</source>
      <translation>Non réconciliés</translation>
    </message>
    <message>
      <source>Unsubscribed</source>
      <translation>Désabonné</translation>
    </message>
    <message>
      <source>Unsubscribed reason</source>
      <translation>Motif de désabonnement</translation>
    </message>
    <message>
      <source>Untick that path, or let it go on when it is empty.</source>
      <translation>Décochez ce chemin, ou laissez-le continuer quand il est vide.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Jusqu’à</translation>
    </message>
    <message>
      <source>Until {when}</source>
      <translation>Jusqu’au {when}</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Mettre à jour</translation>
    </message>
    <message>
      <source>Update Jalon, then open it again.</source>
      <translation>Mettez Jalon à jour, puis rouvrez-le.</translation>
    </message>
    <message>
      <source>Update account profile</source>
      <translation>Modifier le profil du compte</translation>
    </message>
    <message>
      <source>Update before you rely on its counts.</source>
      <translation>Mettez à jour avant de vous fier à ses nombres.</translation>
    </message>
    <message>
      <source>Update buying group stage</source>
      <translation>Changer l’étape du groupe d’achat</translation>
    </message>
    <message>
      <source>Update buying group status</source>
      <translation>Changer le statut du groupe d’achat</translation>
    </message>
    <message>
      <source>Update data</source>
      <translation>Mettre à jour des données</translation>
    </message>
    <message>
      <source>Update person profile</source>
      <translation>Modifier le profil de la personne</translation>
    </message>
    <message>
      <source>Updated</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Upper</source>
      <translation>Majuscules</translation>
    </message>
    <message>
      <source>Use 'is null', or = for true and false.</source>
      <translation>Utilisez « is null », ou = pour vrai et faux.</translation>
    </message>
    <message>
      <source>Use 1 to 40 small letters, digits, hyphens and underscores, a letter first.</source>
      <translation>Utilisez de 1 à 40 minuscules, chiffres, traits d’union et tirets bas, en commençant par une lettre.</translation>
    </message>
    <message>
      <source>Use AddDays, SubDays, DaysDiff and the like.</source>
      <translation>Utilisez AddDays, SubDays, DaysDiff et les fonctions semblables.</translation>
    </message>
    <message>
      <source>Use SetVariables.</source>
      <translation>Utilisez SetVariables.</translation>
    </message>
    <message>
      <source>Use ToDouble() in the expression, or a smaller range of values.</source>
      <translation>Utilisez ToDouble() dans l’expression, ou une plage de valeurs plus petite.</translation>
    </message>
    <message>
      <source>Use a smaller one.</source>
      <translation>Utilisez-en un plus petit.</translation>
    </message>
    <message>
      <source>Use an API key, OAuth2 or HTTP Basic.</source>
      <translation>Utilisez une clé d’API, OAuth2 ou HTTP Basic.</translation>
    </message>
    <message>
      <source>Use an alias.</source>
      <translation>Utilisez un alias.</translation>
    </message>
    <message>
      <source>Use another workspace, or say that they may be replaced.</source>
      <translation>Utilisez un autre espace de travail, ou indiquez qu’ils peuvent être remplacés.</translation>
    </message>
    <message>
      <source>Use count, min or max, or choose another attribute.</source>
      <translation>Utilisez le nombre, le minimum ou le maximum, ou choisissez un autre attribut.</translation>
    </message>
    <message>
      <source>Use flatter groups.</source>
      <translation>Imbriquez moins de groupes.</translation>
    </message>
    <message>
      <source>Use it in a deduplication or an enrichment, and not inside another function of rows.</source>
      <translation>Utilisez-la dans une déduplication ou un enrichissement, et non à l’intérieur d’une autre fonction de lignes.</translation>
    </message>
    <message>
      <source>Use it in an aggregate condition or an enrichment, or inside _Over_(…).</source>
      <translation>Utilisez-la dans une condition d’agrégat ou un enrichissement, ou dans _Over_(…).</translation>
    </message>
    <message>
      <source>Use its attributes directly, or choose a link to many records.</source>
      <translation>Utilisez directement ses attributs, ou choisissez un lien vers plusieurs enregistrements.</translation>
    </message>
    <message>
      <source>Use letters, digits and _, without spaces.</source>
      <translation>Utilisez des lettres, des chiffres et _, sans espaces.</translation>
    </message>
    <message>
      <source>Use one of {types}.</source>
      <translation>Utilisez l’un de {types}.</translation>
    </message>
    <message>
      <source>Use plain values.</source>
      <translation>Utilisez des valeurs simples.</translation>
    </message>
    <message>
      <source>Use several words, and tell them to the receiver by another way than the file.</source>
      <translation>Utilisez plusieurs mots, et transmettez-les au destinataire par une autre voie que le fichier.</translation>
    </message>
    <message>
      <source>Use that one, or another URL.</source>
      <translation>Utilisez celui-là, ou une autre URL.</translation>
    </message>
    <message>
      <source>Use that one, or delete it first.</source>
      <translation>Utilisez celui-là, ou supprimez-le d’abord.</translation>
    </message>
    <message>
      <source>Use the population count or a variable.</source>
      <translation>Utilisez le nombre de la population ou une variable.</translation>
    </message>
    <message>
      <source>Use the same attributes, or replace the audience.</source>
      <translation>Utilisez les mêmes attributs, ou remplacez l’audience.</translation>
    </message>
    <message>
      <source>User agent</source>
      <translation>Agent utilisateur</translation>
    </message>
    <message>
      <source>Utility</source>
      <translation>Utilitaire</translation>
    </message>
    <message>
      <source>Validity</source>
      <translation>Validité</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>Value after</source>
      <translation>Valeur après</translation>
    </message>
    <message>
      <source>Value before</source>
      <translation>Valeur avant</translation>
    </message>
    <message>
      <source>Value in the file to value.</source>
      <translation>De la valeur du fichier à la valeur.</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>Values of the types {here} and {there} cannot be compared.</source>
      <translation>Des valeurs des types {here} et {there} ne peuvent pas être comparées.</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>Variable</translation>
    </message>
    <message>
      <source>Variables</source>
      <translation>Variables</translation>
    </message>
    <message>
      <source>Variables are set as a whole.</source>
      <translation>Les variables se définissent toutes ensemble.</translation>
    </message>
    <message>
      <source>Variant split paths</source>
      <translation>Répartir en variantes</translation>
    </message>
    <message>
      <source>Views by industry</source>
      <translation>Vues par secteur</translation>
    </message>
    <message>
      <source>Views by region</source>
      <translation>Vues par région</translation>
    </message>
    <message>
      <source>Virtual audience</source>
      <translation>Audience virtuelle</translation>
    </message>
    <message>
      <source>Visible there</source>
      <translation>Visible là-bas</translation>
    </message>
    <message>
      <source>Visitor</source>
      <translation>Visiteur</translation>
    </message>
    <message>
      <source>Wait</source>
      <translation>Attente</translation>
    </message>
    <message>
      <source>Wait for</source>
      <translation>Attendre</translation>
    </message>
    <message>
      <source>Wait for a signal from another campaign or program.</source>
      <translation>Attendre un signal d’une autre campagne ou d’un programme.</translation>
    </message>
    <message>
      <source>Wait for all branches, then go on with the population of one.</source>
      <translation>Attendre toutes les branches, puis continuer avec la population de l’une d’elles.</translation>
    </message>
    <message>
      <source>Wait for an event; go another way when it does not come in time.</source>
      <translation>Attendre un événement ; suivre un autre chemin s’il ne vient pas à temps.</translation>
    </message>
    <message>
      <source>Wait for the rehearsal, or start it.</source>
      <translation>Attendez la répétition, ou lancez-la.</translation>
    </message>
    <message>
      <source>Wait until it is complete, then import it again. Nothing was loaded.</source>
      <translation>Attendez qu’il soit complet, puis importez-le à nouveau. Rien n’a été chargé.</translation>
    </message>
    <message>
      <source>Ways through the journey</source>
      <translation>Chemins à travers le parcours</translation>
    </message>
    <message>
      <source>Web</source>
      <translation>Web</translation>
    </message>
    <message>
      <source>Web experience</source>
      <translation>Expérience web</translation>
    </message>
    <message>
      <source>Web link clicked</source>
      <translation>Clic sur un lien web</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>Page web</translation>
    </message>
    <message>
      <source>Web page visited</source>
      <translation>Page web visitée</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>Mer</translation>
    </message>
    <message>
      <source>Weekday</source>
      <translation>Jour de la semaine</translation>
    </message>
    <message>
      <source>Weekdays</source>
      <translation>Jours de la semaine</translation>
    </message>
    <message>
      <source>Weekly</source>
      <translation>Hebdomadaire</translation>
    </message>
    <message>
      <source>Weeks</source>
      <translation>Semaines</translation>
    </message>
    <message>
      <source>What Case gives when no branch holds.</source>
      <translation>Ce que donne Case quand aucune branche ne convient.</translation>
    </message>
    <message>
      <source>What became of e-mails</source>
      <translation>Ce que sont devenus les e-mails</translation>
    </message>
    <message>
      <source>What became of each SMS of the journey.</source>
      <translation>Ce qu’est devenu chaque SMS du parcours.</translation>
    </message>
    <message>
      <source>What became of each e-mail of the journey.</source>
      <translation>Ce qu’est devenu chaque e-mail du parcours.</translation>
    </message>
    <message>
      <source>What became of the rows at {node} has not been counted yet.</source>
      <translation>Ce que sont devenues les lignes à {node} n’a pas encore été compté.</translation>
    </message>
    <message>
      <source>What changed</source>
      <translation>Ce qui a changé</translation>
    </message>
    <message>
      <source>What enters there leaves it unchanged.</source>
      <translation>Ce qui y entre en sort inchangé.</translation>
    </message>
    <message>
      <source>What follows the @ of an e-mail address, in lower case.</source>
      <translation>Ce qui suit le @ d’une adresse e-mail, en minuscules.</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Ce qui s’est passé</translation>
    </message>
    <message>
      <source>What is here is replaced by what the bundle holds.</source>
      <translation>Ce qui est ici est remplacé par ce que contient le lot.</translation>
    </message>
    <message>
      <source>What is here stays as it is; counts may differ.</source>
      <translation>Ce qui est ici reste tel quel ; les nombres peuvent différer.</translation>
    </message>
    <message>
      <source>What is new in it is kept, but takes no part in the counts.</source>
      <translation>Ses nouveautés sont gardées, mais ne comptent pas.</translation>
    </message>
    <message>
      <source>What is to be changed is missing.</source>
      <translation>Il manque ce qui doit être modifié.</translation>
    </message>
    <message>
      <source>What it does could not be done; see the problems.</source>
      <translation>Son action n’a pas pu être effectuée ; voyez les problèmes.</translation>
    </message>
    <message>
      <source>What journeys send and listen for.</source>
      <translation>Ce que les parcours envoient et écoutent.</translation>
    </message>
    <message>
      <source>What listening nodes hear</source>
      <translation>Ce qu’entendent les attentes d’événement</translation>
    </message>
    <message>
      <source>What members did in the period, by their role.</source>
      <translation>Ce que les membres ont fait dans la période, par rôle.</translation>
    </message>
    <message>
      <source>What members did, by month and role.</source>
      <translation>Ce que les membres ont fait, par mois et rôle.</translation>
    </message>
    <message>
      <source>WhatsApp configuration</source>
      <translation>Configuration WhatsApp</translation>
    </message>
    <message>
      <source>WhatsApp consent</source>
      <translation>Consentement WhatsApp</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <source>When it begins, unless it starts on a date.</source>
      <translation>Quand il commence, à moins de débuter à une date.</translation>
    </message>
    <message>
      <source>When no condition holds, the campaign stops here.</source>
      <translation>Quand aucune condition n’est remplie, la campagne s’arrête ici.</translation>
    </message>
    <message>
      <source>When nobody enters</source>
      <translation>Quand personne n’entre</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <source>Where accounts are at the end of the rehearsal.</source>
      <translation>Où sont les comptes à la fin de la répétition.</translation>
    </message>
    <message>
      <source>Where the part begins in the text, from 1; 0 if nowhere.</source>
      <translation>Où la partie commence dans le texte, à partir de 1 ; 0 si elle n’y est pas.</translation>
    </message>
    <message>
      <source>Whether all three texts are filled.</source>
      <translation>Si les trois textes sont renseignés.</translation>
    </message>
    <message>
      <source>Whether both texts are filled.</source>
      <translation>Si les deux textes sont renseignés.</translation>
    </message>
    <message>
      <source>Whether the flag is set.</source>
      <translation>Si l’indicateur est présent.</translation>
    </message>
    <message>
      <source>Whether the part occurs in the text.</source>
      <translation>Si la partie figure dans le texte.</translation>
    </message>
    <message>
      <source>Whether the path goes on when nobody matches.</source>
      <translation>Si le chemin continue quand personne ne correspond.</translation>
    </message>
    <message>
      <source>Whether there is no text.</source>
      <translation>S’il n’y a pas de texte.</translation>
    </message>
    <message>
      <source>Which ones</source>
      <translation>Lesquels</translation>
    </message>
    <message>
      <source>Which records may be found.</source>
      <translation>Quels enregistrements peuvent être trouvés.</translation>
    </message>
    <message>
      <source>Which records; without it, all of them.</source>
      <translation>Quels enregistrements ; sans elle, tous.</translation>
    </message>
    <message>
      <source>Which transition is enriched.</source>
      <translation>Quelle transition est enrichie.</translation>
    </message>
    <message>
      <source>Who must have done it.</source>
      <translation>Qui doit l’avoir fait.</translation>
    </message>
    <message>
      <source>Whom new activities look for.</source>
      <translation>Qui les nouvelles activités cherchent.</translation>
    </message>
    <message>
      <source>Whom the action is for is not chosen.</source>
      <translation>La cible de l’action n’est pas choisie.</translation>
    </message>
    <message>
      <source>Whose population goes on.</source>
      <translation>Celui dont la population continue.</translation>
    </message>
    <message>
      <source>Whose rows and columns are kept.</source>
      <translation>Celui dont les lignes et les colonnes sont gardées.</translation>
    </message>
    <message>
      <source>Why accounts left the journey.</source>
      <translation>Pourquoi les comptes ont quitté le parcours.</translation>
    </message>
    <message>
      <source>Why it left</source>
      <translation>Pourquoi sorti</translation>
    </message>
    <message>
      <source>Widen it.</source>
      <translation>Élargissez-la.</translation>
    </message>
    <message>
      <source>Widen the audience, or rehearse a longer span.</source>
      <translation>Élargissez l’audience, ou répétez sur une période plus longue.</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Largeur</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>Dans</translation>
    </message>
    <message>
      <source>Without blanks on the left.</source>
      <translation>Sans espaces à gauche.</translation>
    </message>
    <message>
      <source>Without blanks on the right.</source>
      <translation>Sans espaces à droite.</translation>
    </message>
    <message>
      <source>Without filters, all.</source>
      <translation>Sans filtre, tous.</translation>
    </message>
    <message>
      <source>Without it, 90 days later, or the journey's end date.</source>
      <translation>Sans cela, 90 jours plus tard, ou la date de fin du parcours.</translation>
    </message>
    <message>
      <source>Without it, a limit is a fair draw.</source>
      <translation>Sans lui, une limite est un tirage équitable.</translation>
    </message>
    <message>
      <source>Without it, the journey's start date, or the as-of.</source>
      <translation>Sans cela, la date de début du parcours, ou l’instant de référence.</translation>
    </message>
    <message>
      <source>Without such a bundle, put tables of these names in the place of the views.</source>
      <translation>Sans un tel lot, mettez des tables de ces noms à la place des vues.</translation>
    </message>
    <message>
      <source>Workspace</source>
      <translation>Espace de travail</translation>
    </message>
    <message>
      <source>Workspace or connection</source>
      <translation>Espace ou connexion</translation>
    </message>
    <message numerus="yes">
      <source>Would give a profile to {n} person(s) who (has|have) none.</source>
      <translation>
        <numerusform>Donnerait un profil à {n} personne qui n’en a pas.</numerusform>
        <numerusform>Donnerait un profil à {n} personnes qui n’en ont pas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Would save {n} member(s) as {label}.</source>
      <translation>
        <numerusform>Enregistrerait {n} membre sous le nom {label}.</numerusform>
        <numerusform>Enregistrerait {n} membres sous le nom {label}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Would say: {title}: {message}</source>
      <translation>Dirait : {title} : {message}</translation>
    </message>
    <message>
      <source>Would signal {campaign}.</source>
      <translation>Enverrait un signal à {campaign}.</translation>
    </message>
    <message numerus="yes">
      <source>Would take {n} record(s) to {table} ({operation}).</source>
      <translation>
        <numerusform>Porterait {n} enregistrement dans {table} ({operation}).</numerusform>
        <numerusform>Porterait {n} enregistrements dans {table} ({operation}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Would write {n} row(s) to {file_name}.</source>
      <translation>
        <numerusform>Écrirait {n} ligne dans {file_name}.</numerusform>
        <numerusform>Écrirait {n} lignes dans {file_name}.</numerusform>
      </translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Écrire</translation>
    </message>
    <message>
      <source>Write $(vars/@name).</source>
      <translation>Écrivez $(vars/@name).</translation>
    </message>
    <message>
      <source>Write 'is null' or 'is not null'.</source>
      <translation>Écrivez « is null » ou « is not null ».</translation>
    </message>
    <message>
      <source>Write 'text', or @name for an attribute.</source>
      <translation>Écrivez 'text', ou @name pour un attribut.</translation>
    </message>
    <message>
      <source>Write +10 to add, -5 to take away, =50 to set.</source>
      <translation>Écrivez +10 pour ajouter, -5 pour retirer, =50 pour fixer.</translation>
    </message>
    <message>
      <source>Write 1 or more, or say on which day it must end.</source>
      <translation>Écrivez 1 ou plus, ou indiquez le jour de fin.</translation>
    </message>
    <message>
      <source>Write 1 or more.</source>
      <translation>Écrivez 1 ou plus.</translation>
    </message>
    <message>
      <source>Write @city, or [@first name] for a name with blanks.</source>
      <translation>Écrivez @city, ou [@first name] pour un nom qui contient des espaces.</translation>
    </message>
    <message>
      <source>Write @name like 'Jon%s', or use MemoContains(…).</source>
      <translation>Écrivez @name like 'Jon%s', ou utilisez MemoContains(…).</translation>
    </message>
    <message>
      <source>Write @{name} for the attribute, '{name}' for the text, {name}(…) for the function.</source>
      <translation>Écrivez @{name} pour l’attribut, '{name}' pour le texte, {name}(…) pour la fonction.</translation>
    </message>
    <message>
      <source>Write Case(When(@age &lt; 18, 'young'), Else('adult')).</source>
      <translation>Écrivez Case(When(@age &lt; 18, 'young'), Else('adult')).</translation>
    </message>
    <message>
      <source>Write RowNum(PartitionBy(@city), OrderBy(Desc(@points))).</source>
      <translation>Écrivez RowNum(PartitionBy(@city), OrderBy(Desc(@points))).</translation>
    </message>
    <message>
      <source>Write [link/@name], such as [product/@label].</source>
      <translation>Écrivez [link/@name], par exemple [product/@label].</translation>
    </message>
    <message>
      <source>Write _Over_(Sum(@price), PartitionBy(@customer)).</source>
      <translation>Écrivez _Over_(Sum(@price), PartitionBy(@customer)).</translation>
    </message>
    <message>
      <source>Write a CSV file with an id and a column for each answer.</source>
      <translation>Écrivez un fichier CSV avec un identifiant et une colonne par réponse.</translation>
    </message>
    <message>
      <source>Write a date as 2025-12-31, or with a time as 2025-12-31 18:00.</source>
      <translation>Écrivez une date sous la forme 2025-12-31, ou avec une heure sous la forme 2025-12-31 18:00.</translation>
    </message>
    <message>
      <source>Write a date as 2025-12-31.</source>
      <translation>Écrivez une date sous la forme 2025-12-31.</translation>
    </message>
    <message>
      <source>Write a label.</source>
      <translation>Écrivez un libellé.</translation>
    </message>
    <message>
      <source>Write a message.</source>
      <translation>Écrivez un message.</translation>
    </message>
    <message>
      <source>Write a name.</source>
      <translation>Écrivez un nom.</translation>
    </message>
    <message>
      <source>Write a number, such as 12.5.</source>
      <translation>Écrivez un nombre, comme 12,5.</translation>
    </message>
    <message>
      <source>Write a status of your own words on the account's buying group.</source>
      <translation>Inscrire un statut de votre choix sur le groupe d’achat du compte.</translation>
    </message>
    <message>
      <source>Write a time as 18:30.</source>
      <translation>Écrivez une heure sous la forme 18:30.</translation>
    </message>
    <message>
      <source>Write a time such as 06:30, or before-run.</source>
      <translation>Écrivez une heure comme 06:30, ou before-run.</translation>
    </message>
    <message>
      <source>Write a title.</source>
      <translation>Écrivez un titre.</translation>
    </message>
    <message>
      <source>Write an address such as ada@example.com.</source>
      <translation>Écrivez une adresse telle que ada@example.com.</translation>
    </message>
    <message>
      <source>Write an attribute (@name), a text ('…'), a number or a function.</source>
      <translation>Écrivez un attribut (@name), un texte ('…'), un nombre ou une fonction.</translation>
    </message>
    <message>
      <source>Write an attribute of the person's membership of a program.</source>
      <translation>Écrire un attribut de l’appartenance de la personne à un programme.</translation>
    </message>
    <message>
      <source>Write an id and a column for each answer.</source>
      <translation>Écrivez un identifiant et une colonne par réponse.</translation>
    </message>
    <message>
      <source>Write an instant with its offset into it, such as 2025-10-02T09:00:00+02:00.</source>
      <translation>Écrivez-y un instant avec son décalage horaire, tel que 2025-10-02T09:00:00+02:00.</translation>
    </message>
    <message>
      <source>Write another name.</source>
      <translation>Écrivez un autre nom.</translation>
    </message>
    <message>
      <source>Write another one, or none.</source>
      <translation>Écrivez-en un autre, ou aucun.</translation>
    </message>
    <message>
      <source>Write at least one address.</source>
      <translation>Écrivez au moins une adresse.</translation>
    </message>
    <message>
      <source>Write between … and ….</source>
      <translation>Écrivez between … and ….</translation>
    </message>
    <message>
      <source>Write chosen columns of the population to a file.</source>
      <translation>Écrire des colonnes choisies de la population dans un fichier.</translation>
    </message>
    <message>
      <source>Write fewer digits, or write it as a text in quotes.</source>
      <translation>Écrivez moins de chiffres, ou écrivez-le comme un texte entre guillemets.</translation>
    </message>
    <message>
      <source>Write it again.</source>
      <translation>Écrivez-le à nouveau.</translation>
    </message>
    <message>
      <source>Write it anew.</source>
      <translation>Écrivez-le à nouveau.</translation>
    </message>
    <message>
      <source>Write it as '09:30', or convert with TruncTime(…, 1).</source>
      <translation>Écrivez-la '09:30', ou convertissez avec TruncTime(…, 1).</translation>
    </message>
    <message>
      <source>Write it as '2025-12-31' or '2025-12-31 09:00', without an offset.</source>
      <translation>Écrivez-la '2025-12-31' ou '2025-12-31 09:00', sans décalage horaire.</translation>
    </message>
    <message>
      <source>Write it as 2025-10-01T09:00.</source>
      <translation>Forme attendue : 2025-10-01T09:00.</translation>
    </message>
    <message>
      <source>Write it as 2025-12-01T09:00, or leave it empty.</source>
      <translation>Écrivez-le sous la forme 2025-12-01T09:00, ou laissez-le vide.</translation>
    </message>
    <message>
      <source>Write it as 2025-12-01T09:00.</source>
      <translation>Forme attendue : 2025-12-01T09:00.</translation>
    </message>
    <message>
      <source>Write it as 2026-01-05T09:00.</source>
      <translation>Forme attendue : 2026-01-05T09:00.</translation>
    </message>
    <message>
      <source>Write it as 2026-03-01T09:00.</source>
      <translation>Forme attendue : 2026-03-01T09:00.</translation>
    </message>
    <message>
      <source>Write it as a text.</source>
      <translation>Écrivez-le comme un texte.</translation>
    </message>
    <message>
      <source>Write it in a sentence.</source>
      <translation>Écrivez-le en une phrase.</translation>
    </message>
    <message>
      <source>Write it into the expression; it cannot come from an attribute.</source>
      <translation>Écrivez-le dans l’expression ; il ne peut pas venir d’un attribut.</translation>
    </message>
    <message>
      <source>Write it such as 1 and (2 or 3).</source>
      <translation>Écrivez-la par exemple 1 and (2 or 3).</translation>
    </message>
    <message>
      <source>Write it with https:// at its beginning.</source>
      <translation>Écrivez-le avec https:// au début.</translation>
    </message>
    <message>
      <source>Write it without spaces.</source>
      <translation>Écrivez-le sans espaces.</translation>
    </message>
    <message>
      <source>Write it, in at most 50 characters.</source>
      <translation>Écrivez-le, en 50 caractères au plus.</translation>
    </message>
    <message>
      <source>Write it.</source>
      <translation>Écrivez-le.</translation>
    </message>
    <message>
      <source>Write lines of event name, start (mm/dd/yy) and end (mm/dd/yy).</source>
      <translation>Écrivez des lignes avec le nom de l’événement, le début (mm/jj/aa) et la fin (mm/jj/aa).</translation>
    </message>
    <message>
      <source>Write numbers without quotes, or convert with ToDouble(…) or ToInteger(…).</source>
      <translation>Écrivez les nombres sans guillemets, ou convertissez avec ToDouble(…) ou ToInteger(…).</translation>
    </message>
    <message>
      <source>Write one, such as 12.5.</source>
      <translation>Écrivez-en un, tel que 12.5.</translation>
    </message>
    <message>
      <source>Write one, such as @price.</source>
      <translation>Écrivez-en une, telle que @price.</translation>
    </message>
    <message>
      <source>Write one.</source>
      <translation>Écrivez-en un.</translation>
    </message>
    <message>
      <source>Write some into the file.</source>
      <translation>Écrivez-en dans le fichier.</translation>
    </message>
    <message>
      <source>Write texts in quotes ('…'), or convert with ToString(…).</source>
      <translation>Écrivez les textes entre guillemets ('…'), ou convertissez avec ToString(…).</translation>
    </message>
    <message>
      <source>Write the links and then @ and the attribute's name, such as [product/@label].</source>
      <translation>Écrivez les liens, puis @ et le nom de l’attribut, par exemple [product/@label].</translation>
    </message>
    <message>
      <source>Write the value that is missing.</source>
      <translation>Écrivez la valeur qui manque.</translation>
    </message>
    <message>
      <source>Write what their names have in common, such as orders-*.csv; a star stands for anything.</source>
      <translation>Écrivez ce que leurs noms ont en commun, par exemple commandes-*.csv ; une étoile remplace n’importe quoi.</translation>
    </message>
    <message>
      <source>Write {signature} there.</source>
      <translation>Écrivez-y {signature}.</translation>
    </message>
    <message>
      <source>Write {signature}.</source>
      <translation>Écrivez {signature}.</translation>
    </message>
    <message>
      <source>Xml</source>
      <translation>XML</translation>
    </message>
    <message>
      <source>Year and month as the number yyyymm.</source>
      <translation>L’année et le mois sous forme du nombre aaaamm.</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>Années</translation>
    </message>
    <message>
      <source>Zone</source>
      <translation>Fuseau</translation>
    </message>
    <message>
      <source>_Over_ begins with an aggregate.</source>
      <translation>_Over_ commence par un agrégat.</translation>
    </message>
    <message>
      <source>a condition has either an attribute or an expression</source>
      <translation>une condition a soit un attribut, soit une expression</translation>
    </message>
    <message>
      <source>a date</source>
      <translation>une date</translation>
    </message>
    <message>
      <source>a draft</source>
      <translation>un brouillon</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>une liste</translation>
    </message>
    <message>
      <source>a list in square brackets</source>
      <translation>une liste entre crochets</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>un nombre</translation>
    </message>
    <message>
      <source>a shorter text</source>
      <translation>un texte plus court</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>un texte</translation>
    </message>
    <message>
      <source>a text in double quotes</source>
      <translation>un texte entre guillemets doubles</translation>
    </message>
    <message>
      <source>a text in quotes</source>
      <translation>un texte entre guillemets</translation>
    </message>
    <message>
      <source>a text that is not empty</source>
      <translation>un texte non vide</translation>
    </message>
    <message>
      <source>a time of day</source>
      <translation>une heure</translation>
    </message>
    <message>
      <source>a transition</source>
      <translation>une transition</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>un nombre entier</translation>
    </message>
    <message>
      <source>a whole number from 0 to 12</source>
      <translation>un nombre entier de 0 à 12</translation>
    </message>
    <message>
      <source>account</source>
      <translation>compte</translation>
    </message>
    <message>
      <source>account audience</source>
      <translation>audience de comptes</translation>
    </message>
    <message>
      <source>account list</source>
      <translation>liste de comptes</translation>
    </message>
    <message>
      <source>accounts</source>
      <translation>comptes</translation>
    </message>
    <message>
      <source>active</source>
      <translation>active</translation>
    </message>
    <message>
      <source>activities</source>
      <translation>activités</translation>
    </message>
    <message>
      <source>activity</source>
      <translation>activité</translation>
    </message>
    <message>
      <source>activity type</source>
      <translation>type d’activité</translation>
    </message>
    <message>
      <source>aggregate</source>
      <translation>agrégat</translation>
    </message>
    <message>
      <source>an expression needs a name for its column</source>
      <translation>une expression a besoin d’un nom pour sa colonne</translation>
    </message>
    <message>
      <source>an object in braces</source>
      <translation>un objet entre accolades</translation>
    </message>
    <message>
      <source>another dimension</source>
      <translation>une autre dimension</translation>
    </message>
    <message>
      <source>another program</source>
      <translation>un autre programme</translation>
    </message>
    <message>
      <source>archived</source>
      <translation>archivé</translation>
    </message>
    <message>
      <source>are none</source>
      <translation>0</translation>
    </message>
    <message>
      <source>are {count}</source>
      <translation>{count}</translation>
    </message>
    <message numerus="yes">
      <source>at least {n} transition(s)</source>
      <translation>
        <numerusform>au moins {n} transition</numerusform>
        <numerusform>au moins {n} transitions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>at least {n} value(s)</source>
      <translation>
        <numerusform>au moins {n} valeur</numerusform>
        <numerusform>au moins {n} valeurs</numerusform>
      </translation>
    </message>
    <message>
      <source>attribute</source>
      <translation>attribut</translation>
    </message>
    <message>
      <source>audience</source>
      <translation>audience</translation>
    </message>
    <message>
      <source>branch</source>
      <translation>branche</translation>
    </message>
    <message>
      <source>buying group role</source>
      <translation>rôle de groupe d’achat</translation>
    </message>
    <message>
      <source>buying group stage</source>
      <translation>étape de groupe d’achat</translation>
    </message>
    <message>
      <source>campaign</source>
      <translation>campagne</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>modification</translation>
    </message>
    <message>
      <source>choose either an attribute or an expression</source>
      <translation>choisissez soit un attribut, soit une expression</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>clôturé</translation>
    </message>
    <message>
      <source>code</source>
      <translation>code</translation>
    </message>
    <message>
      <source>column</source>
      <translation>colonne</translation>
    </message>
    <message>
      <source>completed</source>
      <translation>terminé</translation>
    </message>
    <message>
      <source>condition</source>
      <translation>condition</translation>
    </message>
    <message>
      <source>count</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>custom object</source>
      <translation>objet personnalisé</translation>
    </message>
    <message>
      <source>daily</source>
      <translation>quotidienne</translation>
    </message>
    <message>
      <source>date</source>
      <translation>date</translation>
    </message>
    <message>
      <source>days</source>
      <translation>jours</translation>
    </message>
    <message>
      <source>decimals</source>
      <translation>décimales</translation>
    </message>
    <message>
      <source>default and allowed: an empty value is missing; required: it is an error.</source>
      <translation>default et allowed : une valeur vide manque ; required : c’est une erreur.</translation>
    </message>
    <message>
      <source>deleted</source>
      <translation>suppression</translation>
    </message>
    <message>
      <source>dimension</source>
      <translation>dimension</translation>
    </message>
    <message>
      <source>divisor</source>
      <translation>diviseur</translation>
    </message>
    <message>
      <source>document</source>
      <translation>document</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>brouillon</translation>
    </message>
    <message>
      <source>email</source>
      <translation>e-mail</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>vide</translation>
    </message>
    <message>
      <source>end</source>
      <translation>fin</translation>
    </message>
    <message>
      <source>entered</source>
      <translation>entrées</translation>
    </message>
    <message>
      <source>equals</source>
      <translation>égale</translation>
    </message>
    <message>
      <source>exited</source>
      <translation>sorties</translation>
    </message>
    <message>
      <source>external action</source>
      <translation>action externe</translation>
    </message>
    <message>
      <source>external audience</source>
      <translation>audience externe</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>en échec</translation>
    </message>
    <message>
      <source>filter</source>
      <translation>filtre</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>terminée</translation>
    </message>
    <message>
      <source>first</source>
      <translation>premier</translation>
    </message>
    <message>
      <source>flag</source>
      <translation>indicateur</translation>
    </message>
    <message>
      <source>frame</source>
      <translation>cadre</translation>
    </message>
    <message>
      <source>from</source>
      <translation>de</translation>
    </message>
    <message>
      <source>in-review</source>
      <translation>en validation</translation>
    </message>
    <message>
      <source>inactive</source>
      <translation>inactive</translation>
    </message>
    <message>
      <source>input</source>
      <translation>entrée</translation>
    </message>
    <message>
      <source>is 1</source>
      <translation>1</translation>
    </message>
    <message>
      <source>it has no column {names}</source>
      <translation>il n’a pas de colonne {names}</translation>
    </message>
    <message>
      <source>it has {names}</source>
      <translation>il a {names}</translation>
    </message>
    <message>
      <source>journey</source>
      <translation>parcours</translation>
    </message>
    <message>
      <source>key</source>
      <translation>clé</translation>
    </message>
    <message>
      <source>latitude_a</source>
      <translation>latitude_a</translation>
    </message>
    <message>
      <source>latitude_b</source>
      <translation>latitude_b</translation>
    </message>
    <message>
      <source>length</source>
      <translation>longueur</translation>
    </message>
    <message>
      <source>line</source>
      <translation>ligne</translation>
    </message>
    <message>
      <source>lines of a file</source>
      <translation>lignes d’un fichier</translation>
    </message>
    <message>
      <source>link</source>
      <translation>lien</translation>
    </message>
    <message>
      <source>live</source>
      <translation>en ligne</translation>
    </message>
    <message>
      <source>longitude_a</source>
      <translation>longitude_a</translation>
    </message>
    <message>
      <source>longitude_b</source>
      <translation>longitude_b</translation>
    </message>
    <message>
      <source>memo</source>
      <translation>mémo</translation>
    </message>
    <message>
      <source>moment</source>
      <translation>moment</translation>
    </message>
    <message>
      <source>monthly</source>
      <translation>mensuelle</translation>
    </message>
    <message>
      <source>months</source>
      <translation>mois</translation>
    </message>
    <message>
      <source>no output</source>
      <translation>aucune sortie</translation>
    </message>
    <message>
      <source>no rows</source>
      <translation>aucune ligne</translation>
    </message>
    <message>
      <source>no values</source>
      <translation>aucune valeur</translation>
    </message>
    <message>
      <source>node</source>
      <translation>nœud</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>note</source>
      <translation>note</translation>
    </message>
    <message>
      <source>number</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>object</source>
      <translation>objet</translation>
    </message>
    <message>
      <source>otherwise</source>
      <translation>sinon</translation>
    </message>
    <message>
      <source>output</source>
      <translation>sortie</translation>
    </message>
    <message>
      <source>parameter</source>
      <translation>paramètre</translation>
    </message>
    <message>
      <source>part</source>
      <translation>partie</translation>
    </message>
    <message>
      <source>path</source>
      <translation>chemin</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message>
      <source>people</source>
      <translation>personnes</translation>
    </message>
    <message>
      <source>people list</source>
      <translation>liste de personnes</translation>
    </message>
    <message>
      <source>person</source>
      <translation>personne</translation>
    </message>
    <message>
      <source>person partition</source>
      <translation>partition de personnes</translation>
    </message>
    <message>
      <source>place</source>
      <translation>emplacement</translation>
    </message>
    <message>
      <source>policy</source>
      <translation>règle</translation>
    </message>
    <message>
      <source>published</source>
      <translation>publiée</translation>
    </message>
    <message>
      <source>publishing</source>
      <translation>en publication</translation>
    </message>
    <message>
      <source>recurring load</source>
      <translation>chargement récurrent</translation>
    </message>
    <message>
      <source>request campaign</source>
      <translation>campagne à la demande</translation>
    </message>
    <message>
      <source>roles template</source>
      <translation>modèle de rôles</translation>
    </message>
    <message>
      <source>rows</source>
      <translation>lignes</translation>
    </message>
    <message>
      <source>run</source>
      <translation>exécution</translation>
    </message>
    <message>
      <source>running</source>
      <translation>en cours</translation>
    </message>
    <message>
      <source>scheduled</source>
      <translation>planifié</translation>
    </message>
    <message>
      <source>scoring model</source>
      <translation>modèle de score</translation>
    </message>
    <message>
      <source>second</source>
      <translation>second</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>secondes</translation>
    </message>
    <message>
      <source>separator</source>
      <translation>séparateur</translation>
    </message>
    <message>
      <source>solution interest</source>
      <translation>intérêt de solution</translation>
    </message>
    <message>
      <source>stage model</source>
      <translation>modèle d’étapes</translation>
    </message>
    <message>
      <source>start</source>
      <translation>début</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>arrêté</translation>
    </message>
    <message>
      <source>table</source>
      <translation>table</translation>
    </message>
    <message>
      <source>targeting dimension</source>
      <translation>dimension de ciblage</translation>
    </message>
    <message>
      <source>template</source>
      <translation>modèle</translation>
    </message>
    <message>
      <source>text</source>
      <translation>texte</translation>
    </message>
    <message>
      <source>the default merge policy</source>
      <translation>la règle de fusion par défaut</translation>
    </message>
    <message>
      <source>the document {entry}</source>
      <translation>le document {entry}</translation>
    </message>
    <message>
      <source>the file is named after {system}</source>
      <translation>le fichier porte le nom de {system}</translation>
    </message>
    <message>
      <source>the merge policy {policy}</source>
      <translation>la règle de fusion {policy}</translation>
    </message>
    <message>
      <source>the name of a key of this computer, as `jalon key list` tells it</source>
      <translation>le nom d’une clé de cet ordinateur, tel que `jalon key list` l’indique</translation>
    </message>
    <message>
      <source>the name of a time zone, such as 'Europe/Paris'</source>
      <translation>le nom d’un fuseau horaire, tel que 'Europe/Paris'</translation>
    </message>
    <message>
      <source>the program {name}</source>
      <translation>le programme {name}</translation>
    </message>
    <message>
      <source>the same records</source>
      <translation>les mêmes enregistrements</translation>
    </message>
    <message>
      <source>the sample has no column {names}</source>
      <translation>l’exemple n’a pas de colonne {names}</translation>
    </message>
    <message>
      <source>then</source>
      <translation>alors</translation>
    </message>
    <message>
      <source>there is no time zone {zone}</source>
      <translation>le fuseau horaire {zone} n’existe pas</translation>
    </message>
    <message>
      <source>third</source>
      <translation>troisième</translation>
    </message>
    <message>
      <source>times</source>
      <translation>fois</translation>
    </message>
    <message>
      <source>to</source>
      <translation>par</translation>
    </message>
    <message>
      <source>transition</source>
      <translation>transition</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>vrai ou faux</translation>
    </message>
    <message>
      <source>two {kind}s are called {name}</source>
      <translation>deux éléments ({kind}) s’appellent {name}</translation>
    </message>
    <message>
      <source>unknown type {text}; the types are {names}</source>
      <translation>type inconnu {text} ; les types sont {names}</translation>
    </message>
    <message>
      <source>value</source>
      <translation>valeur</translation>
    </message>
    <message>
      <source>variable</source>
      <translation>variable</translation>
    </message>
    <message>
      <source>version</source>
      <translation>version</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>en attente</translation>
    </message>
    <message>
      <source>weekly</source>
      <translation>hebdomadaire</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>tout</translation>
    </message>
    <message>
      <source>window</source>
      <translation>fenêtre</translation>
    </message>
    <message>
      <source>with</source>
      <translation>avec</translation>
    </message>
    <message>
      <source>xml</source>
      <translation>xml</translation>
    </message>
    <message>
      <source>years</source>
      <translation>années</translation>
    </message>
    <message>
      <source>zone</source>
      <translation>fuseau</translation>
    </message>
    <message>
      <source>{action} does not belong to {type} journeys.</source>
      <translation>{action} n’a pas sa place dans les parcours de type {type}.</translation>
    </message>
    <message>
      <source>{action} is an action on {context}.</source>
      <translation>{action} est une action sur : {context}.</translation>
    </message>
    <message>
      <source>{action} is withdrawn in newer products.</source>
      <translation>{action} n’existe plus dans les produits récents.</translation>
    </message>
    <message>
      <source>{activity} has no setting {place}.</source>
      <translation>{activity} n’a pas de réglage {place}.</translation>
    </message>
    <message>
      <source>{activity} needs {wanted} to enter it; there {given}.</source>
      <translation>{activity} attend {wanted} en entrée ; il y en a {given}.</translation>
    </message>
    <message>
      <source>{activity} takes no inbound transition; there are {count}.</source>
      <translation>{activity} n’accepte aucune transition entrante ; il y en a {count}.</translation>
    </message>
    <message>
      <source>{activity} takes only one inbound transition; there are {count}.</source>
      <translation>{activity} n’accepte qu’une transition entrante ; il y en a {count}.</translation>
    </message>
    <message>
      <source>{activity} works on people or records.</source>
      <translation>{activity} travaille sur des personnes ou des enregistrements.</translation>
    </message>
    <message>
      <source>{address} is no e-mail address.</source>
      <translation>{address} n’est pas une adresse e-mail.</translation>
    </message>
    <message>
      <source>{advice} The function is {signature}.</source>
      <translation>{advice} La fonction est {signature}.</translation>
    </message>
    <message>
      <source>{attribute} cannot be cleared.</source>
      <translation>{attribute} ne peut pas être vidé.</translation>
    </message>
    <message>
      <source>{attribute} cannot be {value}.</source>
      <translation>{attribute} ne peut pas être {value}.</translation>
    </message>
    <message numerus="yes">
      <source>{attribute} has {n} character(s); at most {max_length} are allowed.</source>
      <translation>
        <numerusform>{attribute} a {n} caractère ; {max_length} au plus sont admis.</numerusform>
        <numerusform>{attribute} a {n} caractères ; {max_length} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message>
      <source>{attribute} is never {value}.</source>
      <translation>{attribute} n’est jamais {value}.</translation>
    </message>
    <message>
      <source>{attribute} is no number.</source>
      <translation>{attribute} n’est pas un nombre.</translation>
    </message>
    <message>
      <source>{attribute} is one of {names}.</source>
      <translation>{attribute} se choisit parmi {names}.</translation>
    </message>
    <message>
      <source>{attribute} may not be changed by journeys.</source>
      <translation>{attribute} ne peut pas être modifié par les parcours.</translation>
    </message>
    <message>
      <source>{attribute} of {table} is a {type}, so it cannot hold instants.</source>
      <translation>{attribute} de {table} est de type {type} et ne peut donc pas contenir d’instants.</translation>
    </message>
    <message numerus="yes">
      <source>{attribute} takes at most {n} character(s).</source>
      <translation>
        <numerusform>{attribute} accepte au plus {n} caractère.</numerusform>
        <numerusform>{attribute} accepte au plus {n} caractères.</numerusform>
      </translation>
    </message>
    <message>
      <source>{audience} could not be evaluated, so what reads it was not run.</source>
      <translation>{audience} n’a pas pu être évaluée : ce qui la lit n’a pas été exécuté.</translation>
    </message>
    <message>
      <source>{audience} is not deleted, so it is not removed for good.</source>
      <translation>{audience} n’est pas supprimée et n’est donc pas effacée définitivement.</translation>
    </message>
    <message>
      <source>{audience} is put away, so it is not evaluated.</source>
      <translation>{audience} est mise de côté et n’est donc pas évaluée.</translation>
    </message>
    <message>
      <source>{audience} is read by {names}.</source>
      <translation>{audience} est lue par {names}.</translation>
    </message>
    <message>
      <source>{audience} is {before} and cannot become {after}.</source>
      <translation>{audience} est à l’état {before} et ne peut pas passer à {after}.</translation>
    </message>
    <message>
      <source>{audience} lasts until {day}.</source>
      <translation>{audience} dure jusqu’au {day}.</translation>
    </message>
    <message>
      <source>{audience} was built with {built}, and this campaign uses {here}.</source>
      <translation>{audience} a été construite avec {built}, et cette campagne utilise {here}.</translation>
    </message>
    <message>
      <source>{before} would lose attributes that other campaigns read: {broken}.</source>
      <translation>{before} perdrait des attributs que d’autres campagnes lisent : {broken}.</translation>
    </message>
    <message>
      <source>{campaign} is not published, so it cannot be started.</source>
      <translation>{campaign} n’est pas publiée et ne peut donc pas être démarrée.</translation>
    </message>
    <message>
      <source>{cells} ends before it starts.</source>
      <translation>{cells} se termine avant de commencer.</translation>
    </message>
    <message>
      <source>{column} is empty, or has no counterpart.</source>
      <translation>{column} est vide, ou n’a pas de correspondance.</translation>
    </message>
    <message>
      <source>{context} is no entity that a service can be about.</source>
      <translation>{context} n’est pas une entité sur laquelle un service peut porter.</translation>
    </message>
    <message>
      <source>{date_field} is not a date.</source>
      <translation>{date_field} n’est pas une date.</translation>
    </message>
    <message>
      <source>{date}: {kind} {times}, weight {weight} of {heaviest}, {counted}</source>
      <translation>{date} : {kind} {times}, poids {weight} sur {heaviest}, {counted}</translation>
    </message>
    <message>
      <source>{dimension} has no address for this channel.</source>
      <translation>{dimension} n’a pas d’adresse pour ce canal.</translation>
    </message>
    <message>
      <source>{dimension} has no consent column for this channel, so nobody is excluded for lack of consent.</source>
      <translation>{dimension} n’a pas de colonne de consentement pour ce canal : personne n’est exclu faute de consentement.</translation>
    </message>
    <message>
      <source>{dimension} is no targeting dimension with an identity.</source>
      <translation>{dimension} n’est pas une dimension de ciblage pourvue d’une identité.</translation>
    </message>
    <message>
      <source>{document} was signalled less than an hour ago.</source>
      <translation>{document} a reçu un signal il y a moins d’une heure.</translation>
    </message>
    <message>
      <source>{document} was to run at {moment}, and Jalon was not running then.</source>
      <translation>{document} devait s’exécuter le {moment}, et Jalon n’était pas lancé à ce moment.</translation>
    </message>
    <message>
      <source>{entry} is not triggered by a signal, and no run of it waits for one.</source>
      <translation>{entry} n’est pas déclenchée par un signal, et aucune de ses exécutions n’en attend un.</translation>
    </message>
    <message>
      <source>{event} happens to accounts, not to people.</source>
      <translation>{event} arrive aux comptes, pas aux personnes.</translation>
    </message>
    <message>
      <source>{event} happens to people, not to accounts.</source>
      <translation>{event} arrive aux personnes, pas aux comptes.</translation>
    </message>
    <message>
      <source>{event} is used by {user}, so {gone} cannot be taken away.</source>
      <translation>{event} est utilisé par {user} : {gone} ne peut pas être retiré.</translation>
    </message>
    <message>
      <source>{extension}.{where} is missing or does not fit.</source>
      <translation>{extension}.{where} manque ou ne convient pas.</translation>
    </message>
    <message>
      <source>{field}: {here} here, {there} in the bundle.</source>
      <translation>{field} : {here} ici, {there} dans le lot.</translation>
    </message>
    <message>
      <source>{file_name} is not a plain file name.</source>
      <translation>{file_name} n’est pas un simple nom de fichier.</translation>
    </message>
    <message>
      <source>{file} is no calendar: line {number}.</source>
      <translation>{file} n’est pas un calendrier : ligne {number}.</translation>
    </message>
    <message>
      <source>{file}: {what}</source>
      <translation>{file} : {what}</translation>
    </message>
    <message>
      <source>{first}</source>
      <translation>{first}</translation>
    </message>
    <message>
      <source>{first} or {others}</source>
      <translation>{first} ou {others}</translation>
    </message>
    <message numerus="yes">
      <source>{fix} {n} more like this (follows|follow).</source>
      <translation>
        <numerusform>{fix} {n} autre cas semblable suit.</numerusform>
        <numerusform>{fix} {n} autres cas semblables suivent.</numerusform>
      </translation>
    </message>
    <message>
      <source>{found} cannot be removed, because the filter {other} uses it.</source>
      <translation>{found} ne peut pas être retiré, car le filtre {other} l’utilise.</translation>
    </message>
    <message>
      <source>{frequency} is no frequency.</source>
      <translation>{frequency} n’est pas une fréquence.</translation>
    </message>
    <message>
      <source>{functions} takes PartitionBy(…) and OrderBy(…) here.</source>
      <translation>{functions} prend ici PartitionBy(…) et OrderBy(…).</translation>
    </message>
    <message>
      <source>{function} looks at other rows, which makes no sense here.</source>
      <translation>{function} regarde d’autres lignes, ce qui n’a pas de sens ici.</translation>
    </message>
    <message>
      <source>{function} makes the expression too large to count.</source>
      <translation>{function} rend l’expression trop grande pour être comptée.</translation>
    </message>
    <message>
      <source>{function} needs a group of records, and there is none here.</source>
      <translation>{function} a besoin d’un groupe d’enregistrements, et il n’y en a pas ici.</translation>
    </message>
    <message>
      <source>{function} needs a number, and this is a {measured}.</source>
      <translation>{function} demande un nombre, et ceci est de type {measured}.</translation>
    </message>
    <message>
      <source>{function} needs {words} for {parameter}, not {sort}.</source>
      <translation>{function} attend {words} pour {parameter}, et non {sort}.</translation>
    </message>
    <message>
      <source>{function} needs {words} for {parameter}.</source>
      <translation>{function} attend {words} pour {parameter}.</translation>
    </message>
    <message>
      <source>{function} stands inside another {place}, which has no such group of records.</source>
      <translation>{function} figure dans une autre fonction ({place}), qui n’a pas un tel groupe d’enregistrements.</translation>
    </message>
    <message>
      <source>{function} stands only inside {outer}.</source>
      <translation>{function} ne s’emploie que dans {outer}.</translation>
    </message>
    <message>
      <source>{function} takes {wanted}, and there {given}.</source>
      <translation>{function} prend {wanted}, et il y en a {given}.</translation>
    </message>
    <message>
      <source>{here} was saved again since it was imported.</source>
      <translation>{here} a été enregistré à nouveau depuis son importation.</translation>
    </message>
    <message>
      <source>{inbound} carries no population.</source>
      <translation>{inbound} ne porte aucune population.</translation>
    </message>
    <message>
      <source>{inbound} enters but is not ticked, so it is ignored.</source>
      <translation>{inbound} entre ici mais n’est pas coché : il est ignoré.</translation>
    </message>
    <message>
      <source>{inbound} is made of {dimension}, not of {other}.</source>
      <translation>La dimension de {inbound} est {dimension}, et non {other}.</translation>
    </message>
    <message>
      <source>{interest} has no live stage model.</source>
      <translation>{interest} n’a pas de modèle d’étapes actif.</translation>
    </message>
    <message>
      <source>{kind} cannot stand on a path of people.</source>
      <translation>{kind} ne peut pas figurer sur un chemin de personnes.</translation>
    </message>
    <message>
      <source>{kind} does not belong to {type} journeys.</source>
      <translation>{kind} n’a pas sa place dans les parcours de type {type}.</translation>
    </message>
    <message>
      <source>{kind} is missing here.</source>
      <translation>{kind} manque ici.</translation>
    </message>
    <message numerus="yes">
      <source>{label} has {n} member(s): {realized} came, {exiting} left.</source>
      <translation>
        <numerusform>{label} a {n} membre. Arrivés : {realized} ; partis : {exiting}.</numerusform>
        <numerusform>{label} a {n} membres. Arrivés : {realized} ; partis : {exiting}.</numerusform>
      </translation>
    </message>
    <message>
      <source>{label} takes all that is left, so later subsets stay empty.</source>
      <translation>{label} prend tout ce qui reste : les sous-ensembles suivants restent vides.</translation>
    </message>
    <message>
      <source>{last_execution} is not a moment.</source>
      <translation>{last_execution} n’est pas un instant.</translation>
    </message>
    <message>
      <source>{least} to {values}</source>
      <translation>de {least} à {values}</translation>
    </message>
    <message>
      <source>{link} goes on after its first collection.</source>
      <translation>{link} continue après sa première collection.</translation>
    </message>
    <message>
      <source>{link} is no link.</source>
      <translation>{link} n’est pas un lien.</translation>
    </message>
    <message>
      <source>{marks} is what {system} calls a column</source>
      <translation>{marks} est un nom de colonne de {system}</translation>
    </message>
    <message>
      <source>{name} begins with an underscore.</source>
      <translation>{name} commence par un tiret bas.</translation>
    </message>
    <message>
      <source>{name} cannot be an external id.</source>
      <translation>{name} ne peut pas être un identifiant externe.</translation>
    </message>
    <message>
      <source>{name} cannot be deleted, because {by} uses it.</source>
      <translation>{name} ne peut pas être supprimé : {by} l’utilise.</translation>
    </message>
    <message>
      <source>{name} cannot be the name of a key.</source>
      <translation>{name} ne peut pas être le nom d’une clé.</translation>
    </message>
    <message>
      <source>{name} cannot be the name of a token.</source>
      <translation>{name} ne peut pas être le nom d’un jeton.</translation>
    </message>
    <message>
      <source>{name} has no description that can be read.</source>
      <translation>{name} n’a pas de description lisible.</translation>
    </message>
    <message numerus="yes">
      <source>{name} has {n} character(s).</source>
      <translation>
        <numerusform>{name} a {n} caractère.</numerusform>
        <numerusform>{name} a {n} caractères.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} holds no table.</source>
      <translation>{name} ne contient pas de table.</translation>
    </message>
    <message>
      <source>{name} is a default role, which neither changes nor goes.</source>
      <translation>{name} est un rôle par défaut : il ne se modifie ni ne se supprime.</translation>
    </message>
    <message>
      <source>{name} is a dynamic list, which fills itself.</source>
      <translation>{name} est une liste dynamique, qui se remplit seule.</translation>
    </message>
    <message>
      <source>{name} is a static list, which has no filter of its own.</source>
      <translation>{name} est une liste statique, sans filtre propre.</translation>
    </message>
    <message>
      <source>{name} is active in none.</source>
      <translation>{name} n’est active dans aucune.</translation>
    </message>
    <message>
      <source>{name} is active in {target} already.</source>
      <translation>{name} est déjà active dans {target}.</translation>
    </message>
    <message>
      <source>{name} is active, so it cannot be changed.</source>
      <translation>{name} est actif et ne peut donc pas être modifié.</translation>
    </message>
    <message>
      <source>{name} is active.</source>
      <translation>{name} est active.</translation>
    </message>
    <message>
      <source>{name} is disabled; its path ends there.</source>
      <translation>{name} est désactivée ; son chemin s’arrête là.</translation>
    </message>
    <message>
      <source>{name} is neither an attribute nor a text.</source>
      <translation>{name} n’est ni un attribut ni un texte.</translation>
    </message>
    <message>
      <source>{name} is not active in {target}.</source>
      <translation>{name} n’est pas active dans {target}.</translation>
    </message>
    <message>
      <source>{name} is not among the managed fields.</source>
      <translation>{name} ne fait pas partie des champs gérés.</translation>
    </message>
    <message>
      <source>{name} is not live.</source>
      <translation>{name} n’est pas actif.</translation>
    </message>
    <message>
      <source>{name} is of the type {kind}.</source>
      <translation>{name} est de type {kind}.</translation>
    </message>
    <message>
      <source>{name} is used by {users}, so nothing is taken away from it.</source>
      <translation>{name} est utilisé par {users} : rien n’en est retiré.</translation>
    </message>
    <message>
      <source>{name} is used by {user}, so it stays as it is.</source>
      <translation>{name} est utilisé par {user} : il reste tel quel.</translation>
    </message>
    <message>
      <source>{name} is used by {user}.</source>
      <translation>{name} est utilisé par {user}.</translation>
    </message>
    <message>
      <source>{name} is {status}, so it cannot be changed.</source>
      <translation>{name} est à l’état {status} et ne peut donc pas être modifié.</translation>
    </message>
    <message>
      <source>{name} is {status}.</source>
      <translation>{name} : état {status}.</translation>
    </message>
    <message>
      <source>{name} may not be changed by services.</source>
      <translation>{name} ne peut pas être modifié par les services.</translation>
    </message>
    <message>
      <source>{name} may not be changed while it is not managed.</source>
      <translation>{name} ne peut pas être modifié tant qu’il n’est pas géré.</translation>
    </message>
    <message>
      <source>{name} sends without being confirmed.</source>
      <translation>{name} envoie sans confirmation.</translation>
    </message>
    <message>
      <source>{name} takes no requests.</source>
      <translation>{name} n’accepte pas de demandes.</translation>
    </message>
    <message>
      <source>{name} was saved elsewhere since it was opened (version {version}).</source>
      <translation>{name} a été enregistré ailleurs depuis son ouverture (version {version}).</translation>
    </message>
    <message>
      <source>{name}: {note}</source>
      <translation>{name} : {note}</translation>
    </message>
    <message numerus="yes">
      <source>{name}: {n} (waits|wait).</source>
      <translation>
        <numerusform>{name} : {n} attend.</numerusform>
        <numerusform>{name} : {n} attendent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name}: {n} came in, {left} went on.</source>
      <translation>
        <numerusform>{name} : {n} en entrée, {left} en sortie.</numerusform>
        <numerusform>{name} : {n} en entrée, {left} en sortie.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}{arguments}</source>
      <translation>{name}{arguments}</translation>
    </message>
    <message>
      <source>{node} is not available.</source>
      <translation>{node} n’est pas disponible.</translation>
    </message>
    <message>
      <source>{none} takes the person out.</source>
      <translation>{none} retire la personne.</translation>
    </message>
    <message numerus="yes">
      <source>{n} (person has|people have) no e-mail address and will be left out of journeys.</source>
      <translation>
        <numerusform>{n} personne n’a pas d’adresse e-mail et sera laissée hors des parcours.</numerusform>
        <numerusform>{n} personnes n’ont pas d’adresse e-mail et seront laissées hors des parcours.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} (person is|people are) chosen; at most {most_at_once} can be changed at a time.</source>
      <translation>
        <numerusform>{n} personne est choisie ; {most_at_once} au plus peuvent être modifiées à la fois.</numerusform>
        <numerusform>{n} personnes sont choisies ; {most_at_once} au plus peuvent être modifiées à la fois.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} account(s) (has|have) no name and will be left out of audiences.</source>
      <translation>
        <numerusform>{n} compte n’a pas de nom et sera laissé hors des audiences.</numerusform>
        <numerusform>{n} comptes n’ont pas de nom et seront laissés hors des audiences.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} address(es) (is|are) given.</source>
      <translation>
        <numerusform>{n} adresse est donnée.</numerusform>
        <numerusform>{n} adresses sont données.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} blank value(s) (is|are) read as missing.</source>
      <translation>
        <numerusform>{n} valeur vide est lue comme manquante.</numerusform>
        <numerusform>{n} valeurs vides sont lues comme manquantes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} column(s)</source>
      <translation>
        <numerusform>{n} colonne</numerusform>
        <numerusform>{n} colonnes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} column(s) (is|are) empty: {names}</source>
      <translation>
        <numerusform>{n} colonne est vide : {names}</numerusform>
        <numerusform>{n} colonnes sont vides : {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} count(s)</source>
      <translation>
        <numerusform>{n} nombre</numerusform>
        <numerusform>{n} nombres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} date-time(s) without an offset (is|are) read as UTC.</source>
      <translation>
        <numerusform>{n} date-heure sans décalage est lue en UTC.</numerusform>
        <numerusform>{n} dates-heures sans décalage sont lues en UTC.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} day(s)</source>
      <translation>
        <numerusform>{n} jour</numerusform>
        <numerusform>{n} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} different value(s)</source>
      <translation>
        <numerusform>{n} valeur différente</numerusform>
        <numerusform>{n} valeurs différentes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} event(s) (is|are) chosen.</source>
      <translation>
        <numerusform>{n} événement est choisi.</numerusform>
        <numerusform>{n} événements sont choisis.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} event(s) (is|are) given.</source>
      <translation>
        <numerusform>{n} événement est donné.</numerusform>
        <numerusform>{n} événements sont donnés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} field(s) (is|are) chosen.</source>
      <translation>
        <numerusform>{n} champ est choisi.</numerusform>
        <numerusform>{n} champs sont choisis.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} field(s) (is|are) managed.</source>
      <translation>
        <numerusform>{n} champ est géré.</numerusform>
        <numerusform>{n} champs sont gérés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} hour(s)</source>
      <translation>
        <numerusform>{n} heure</numerusform>
        <numerusform>{n} heures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} line(s) (was|were) read, but only {seen} of (it|them) can be accounted for.</source>
      <translation>
        <numerusform>{n} ligne a été lue, mais on en retrouve seulement {seen}.</numerusform>
        <numerusform>{n} lignes ont été lues, mais on en retrouve seulement {seen}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} minute(s)</source>
      <translation>
        <numerusform>{n} minute</numerusform>
        <numerusform>{n} minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} node(s) (has|have) the id {name}.</source>
      <translation>
        <numerusform>{n} nœud a l’identifiant {name}.</numerusform>
        <numerusform>{n} nœuds ont l’identifiant {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of its {columns} (is|are) named as columns of {table}</source>
      <translation>
        <numerusform>sur {columns}, {n} porte le nom d’une colonne de {table}</numerusform>
        <numerusform>sur {columns}, {n} portent le nom de colonnes de {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of the {columns} that {system} exports for this (is|are) there</source>
      <translation>
        <numerusform>sur {columns} que {system} exporte pour cela, {n} est présente</numerusform>
        <numerusform>sur {columns} que {system} exporte pour cela, {n} sont présentes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {records} changed ({share} %); a load of all of them may be faster.</source>
      <translation>
        <numerusform>Sur {records}, {n} a changé ({share} %) ; un chargement complet serait peut-être plus rapide.</numerusform>
        <numerusform>Sur {records}, {n} ont changé ({share} %) ; un chargement complet serait peut-être plus rapide.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {records} of {source} with {here} (finds|find) a record of {target} by {there}; {different}</source>
      <translation>
        <numerusform>sur {records} de {source} avec {here}, {n} trouve un enregistrement de {target} par {there} ; {different}</numerusform>
        <numerusform>sur {records} de {source} avec {here}, {n} trouvent un enregistrement de {target} par {there} ; {different}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} of {rows} cannot be loaded; at most {said} are allowed.</source>
      <translation>
        <numerusform>Sur {rows}, {n} ne peut pas être chargée ; {said} au plus sont admises.</numerusform>
        <numerusform>Sur {rows}, {n} ne peuvent pas être chargées ; {said} au plus sont admises.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} operation(s) (has|have) the id {name}.</source>
      <translation>
        <numerusform>{n} opération a l’identifiant {name}.</numerusform>
        <numerusform>{n} opérations ont l’identifiant {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} person(s) who had no profile (was|were) added to {title}.</source>
      <translation>
        <numerusform>{n} personne sans profil a été ajoutée à {title}.</numerusform>
        <numerusform>{n} personnes sans profil ont été ajoutées à {title}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} population(s) cannot be compared.</source>
      <translation>
        <numerusform>{n} population ne peut pas être comparée.</numerusform>
        <numerusform>{n} populations ne peuvent pas être comparées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} reason(s) to reject lines (was|were) written to {path}.</source>
      <translation>
        <numerusform>{n} motif de rejet a été écrit dans {path}.</numerusform>
        <numerusform>{n} motifs de rejet ont été écrits dans {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} record(s)</source>
      <translation>
        <numerusform>{n} enregistrement</numerusform>
        <numerusform>{n} enregistrements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s)</source>
      <translation>
        <numerusform>{n} ligne</numerusform>
        <numerusform>{n} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (fits|fit) more than one record; the first by key was taken.</source>
      <translation>
        <numerusform>{n} ligne correspond à plus d’un enregistrement ; le premier selon la clé a été pris.</numerusform>
        <numerusform>{n} lignes correspondent à plus d’un enregistrement ; le premier selon la clé a été pris.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (has|have) no identity and (is|are) not saved.</source>
      <translation>
        <numerusform>{n} ligne n’a pas d’identité et n’est pas enregistrée.</numerusform>
        <numerusform>{n} lignes n’ont pas d’identité et ne sont pas enregistrées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (has|have) no value in the fields that tell duplicates; (it counts|they count) as one group.</source>
      <translation>
        <numerusform>{n} ligne n’a pas de valeur dans les champs qui reconnaissent les doublons ; elle compte comme un groupe.</numerusform>
        <numerusform>{n} lignes n’ont pas de valeur dans les champs qui reconnaissent les doublons ; elles comptent comme un seul groupe.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (leads|lead) to no record of {table}.</source>
      <translation>
        <numerusform>{n} ligne ne mène à aucun enregistrement de {table}.</numerusform>
        <numerusform>{n} lignes ne mènent à aucun enregistrement de {table}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (meets|meet) more than one record of {path}; the first by key was taken.</source>
      <translation>
        <numerusform>{n} ligne rencontre plus d’un enregistrement de {path} ; le premier selon la clé a été pris.</numerusform>
        <numerusform>{n} lignes rencontrent plus d’un enregistrement de {path} ; le premier selon la clé a été pris.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (names|name) no record, because a part of the key is missing; (it changes|they change) nothing.</source>
      <translation>
        <numerusform>{n} ligne ne désigne aucun enregistrement, car une partie de la clé manque ; elle ne change rien.</numerusform>
        <numerusform>{n} lignes ne désignent aucun enregistrement, car une partie de la clé manque ; elles ne changent rien.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (was|were) read, but {loaded} can be accounted for.</source>
      <translation>
        <numerusform>{n} ligne a été lue, mais on en retrouve {loaded}.</numerusform>
        <numerusform>{n} lignes ont été lues, mais on en retrouve {loaded}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} row(s) (was|were) written to {path}.</source>
      <translation>
        <numerusform>{n} ligne a été écrite dans {path}.</numerusform>
        <numerusform>{n} lignes ont été écrites dans {path}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} second(s)</source>
      <translation>
        <numerusform>{n} seconde</numerusform>
        <numerusform>{n} secondes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} stage(s) (is|are) the success; there must be exactly one.</source>
      <translation>
        <numerusform>{n} étape est le succès ; il en faut exactement une.</numerusform>
        <numerusform>{n} étapes sont le succès ; il en faut exactement une.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} time(s)</source>
      <translation>
        <numerusform>{n} fois</numerusform>
        <numerusform>{n} fois</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} transition(s) (enters|enter) {place}.</source>
      <translation>
        <numerusform>{n} transition entre dans {place}.</numerusform>
        <numerusform>{n} transitions entrent dans {place}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} transition(s) (has|have) the id {name}.</source>
      <translation>
        <numerusform>{n} transition a l’identifiant {name}.</numerusform>
        <numerusform>{n} transitions ont l’identifiant {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} value(s)</source>
      <translation>
        <numerusform>{n} valeur</numerusform>
        <numerusform>{n} valeurs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{n} {name} cannot be generated.</source>
      <translation>
        <numerusform>Il est impossible d’en générer {n} ({name}).</numerusform>
        <numerusform>Il est impossible d’en générer {n} ({name}).</numerusform>
      </translation>
    </message>
    <message>
      <source>{one} and {other} would both become {attribute} of {table}.</source>
      <translation>{one} et {other} deviendraient tous deux {attribute} de {table}.</translation>
    </message>
    <message>
      <source>{one} cannot be the name of a status.</source>
      <translation>{one} ne peut pas être le nom d’un statut.</translation>
    </message>
    <message>
      <source>{one} has the type {type}, which is not supported.</source>
      <translation>{one} est de type {type}, qui n’est pas pris en charge.</translation>
    </message>
    <message>
      <source>{one}, and {other}</source>
      <translation>{one}, et {other}</translation>
    </message>
    <message>
      <source>{operator} does not fit a look back here.</source>
      <translation>{operator} ne convient pas ici à un regard en arrière.</translation>
    </message>
    <message>
      <source>{operator} does not fit a look back.</source>
      <translation>{operator} ne convient pas à un regard en arrière.</translation>
    </message>
    <message>
      <source>{operator} does not fit the type {kind}.</source>
      <translation>{operator} ne convient pas au type {kind}.</translation>
    </message>
    <message>
      <source>{operator} does not fit the type {left}.</source>
      <translation>{operator} ne convient pas au type {left}.</translation>
    </message>
    <message>
      <source>{other} has no column {column} here; what uses it cannot be counted.</source>
      <translation>{other} n’a pas de colonne {column} ici ; ce qui l’utilise ne peut pas être compté.</translation>
    </message>
    <message>
      <source>{output} has no count yet.</source>
      <translation>{output} n’a pas encore de nombre.</translation>
    </message>
    <message>
      <source>{path} belongs to a workspace.</source>
      <translation>{path} appartient à un espace de travail.</translation>
    </message>
    <message>
      <source>{path} cannot be read as CSV.</source>
      <translation>{path} ne peut pas être lu comme du CSV.</translation>
    </message>
    <message>
      <source>{path} cannot be read.</source>
      <translation>{path} ne peut pas être lu.</translation>
    </message>
    <message>
      <source>{path} cannot be written.</source>
      <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
      <source>{path} could not be written.</source>
      <translation>{path} n’a pas pu être écrit.</translation>
    </message>
    <message>
      <source>{path} does not say what time it is.</source>
      <translation>{path} n’indique pas l’heure.</translation>
    </message>
    <message>
      <source>{path} has no condition.</source>
      <translation>{path} n’a pas de condition.</translation>
    </message>
    <message>
      <source>{path} has no table {wanted}.</source>
      <translation>{path} n’a pas de table {wanted}.</translation>
    </message>
    <message>
      <source>{path} has no table.</source>
      <translation>{path} n’a aucune table.</translation>
    </message>
    <message>
      <source>{path} has the same condition as an earlier path.</source>
      <translation>{path} a la même condition qu’un chemin précédent.</translation>
    </message>
    <message>
      <source>{path} has two columns called {twice}.</source>
      <translation>{path} a deux colonnes appelées {twice}.</translation>
    </message>
    <message numerus="yes">
      <source>{path} has {n} byte(s); at most {most} are wanted.</source>
      <translation>
        <numerusform>{path} a {n} octet ; {most} au plus sont voulus.</numerusform>
        <numerusform>{path} a {n} octets ; {most} au plus sont voulus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{path} has {n} table(s).</source>
      <translation>
        <numerusform>{path} a {n} table.</numerusform>
        <numerusform>{path} a {n} tables.</numerusform>
      </translation>
    </message>
    <message>
      <source>{path} holds no records.</source>
      <translation>{path} ne contient aucun enregistrement.</translation>
    </message>
    <message>
      <source>{path} holds no signing key.</source>
      <translation>{path} ne contient pas de clé de signature.</translation>
    </message>
    <message>
      <source>{path} is empty.</source>
      <translation>{path} est vide.</translation>
    </message>
    <message>
      <source>{path} is no DuckDB file that can be read.</source>
      <translation>{path} n’est pas un fichier DuckDB lisible.</translation>
    </message>
    <message>
      <source>{path} is no Parquet file.</source>
      <translation>{path} n’est pas un fichier Parquet.</translation>
    </message>
    <message>
      <source>{path} is no table of answers.</source>
      <translation>{path} n’est pas une table de réponses.</translation>
    </message>
    <message>
      <source>{path} is no workbook of schemas.</source>
      <translation>{path} n’est pas un classeur de schémas.</translation>
    </message>
    <message>
      <source>{path} is not JSON.</source>
      <translation>{path} n’est pas du JSON.</translation>
    </message>
    <message>
      <source>{path} is not UTF-8 text: byte {place} has no meaning.</source>
      <translation>{path} n’est pas du texte UTF-8 : l’octet {place} n’a pas de sens.</translation>
    </message>
    <message>
      <source>{path} is not written in {encoding} at byte {place}.</source>
      <translation>{path} n’est pas écrit en {encoding} à l’octet {place}.</translation>
    </message>
    <message>
      <source>{path} is not written in {encoding}.</source>
      <translation>{path} n’est pas écrit en {encoding}.</translation>
    </message>
    <message>
      <source>{path} leads to one record, not to several.</source>
      <translation>{path} mène à un seul enregistrement, non à plusieurs.</translation>
    </message>
    <message>
      <source>{path} leads to several records of {table}, so it has no single value.</source>
      <translation>{path} mène à plusieurs enregistrements de {table} et n’a donc pas de valeur unique.</translation>
    </message>
    <message>
      <source>{path} leads to several records, so it gives no single column.</source>
      <translation>{path} mène à plusieurs enregistrements et ne donne donc pas une colonne unique.</translation>
    </message>
    <message>
      <source>{path} leads to several records, so it has no single value.</source>
      <translation>{path} mène à plusieurs enregistrements et n’a donc pas de valeur unique.</translation>
    </message>
    <message>
      <source>{path} was deleted.</source>
      <translation>{path} a été supprimé.</translation>
    </message>
    <message>
      <source>{path} was written to while it was read.</source>
      <translation>{path} a été modifié pendant sa lecture.</translation>
    </message>
    <message numerus="yes">
      <source>{persona} looks at {n} attribute(s); at most {most_attributes_each} are allowed.</source>
      <translation>
        <numerusform>{persona} regarde {n} attribut ; {most_attributes_each} au plus sont admis.</numerusform>
        <numerusform>{persona} regarde {n} attributs ; {most_attributes_each} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message>
      <source>{person} asked for the approval, so another must agree.</source>
      <translation>{person} a demandé l’approbation : quelqu’un d’autre doit approuver.</translation>
    </message>
    <message>
      <source>{person} does not work for the account of this group.</source>
      <translation>{person} ne travaille pas pour le compte de ce groupe.</translation>
    </message>
    <message>
      <source>{person} is no member.</source>
      <translation>{person} n’est pas membre.</translation>
    </message>
    <message>
      <source>{person} may not decide this.</source>
      <translation>{person} ne peut pas en décider.</translation>
    </message>
    <message>
      <source>{person}, {role}: score {score}, of weight {weight} in {weights}</source>
      <translation>{person}, {role} : score {score}, poids {weight} sur {weights}</translation>
    </message>
    <message>
      <source>{place}: {reason}</source>
      <translation>{place} : {reason}</translation>
    </message>
    <message>
      <source>{policy} is active, so it cannot be changed.</source>
      <translation>{policy} est active et ne peut donc pas être modifiée.</translation>
    </message>
    <message>
      <source>{primary_set} does not enter here.</source>
      <translation>{primary_set} n’entre pas ici.</translation>
    </message>
    <message>
      <source>{product} has other keywords in another category.</source>
      <translation>{product} a d’autres mots-clés dans une autre catégorie.</translation>
    </message>
    <message numerus="yes">
      <source>{product} has {n} keyword(s); at most {most_keywords} are allowed.</source>
      <translation>
        <numerusform>{product} a {n} mot-clé ; {most_keywords} au plus sont admis.</numerusform>
        <numerusform>{product} a {n} mots-clés ; {most_keywords} au plus sont admis.</numerusform>
      </translation>
    </message>
    <message>
      <source>{program} on {machine} (process {process}, since {since})</source>
      <translation>{program} sur {machine} (processus {process}, depuis {since})</translation>
    </message>
    <message>
      <source>{reason}.</source>
      <translation>{reason}.</translation>
    </message>
    <message>
      <source>{role} asks for no member.</source>
      <translation>{role} ne demande aucun membre.</translation>
    </message>
    <message>
      <source>{role} is assigned automatically, but nothing says to whom.</source>
      <translation>{role} est affecté automatiquement, mais rien ne dit à qui.</translation>
    </message>
    <message>
      <source>{role}: {assigned} of {needed} needed, {displayed}</source>
      <translation>{role} : {assigned} sur {needed} nécessaires, {displayed}</translation>
    </message>
    <message>
      <source>{schema} have no {name}.</source>
      <translation>{schema} : aucun champ {name}.</translation>
    </message>
    <message>
      <source>{setting} cannot be {shown}.</source>
      <translation>{setting} ne peut pas être {shown}.</translation>
    </message>
    <message>
      <source>{setting} does not fit.</source>
      <translation>{setting} ne convient pas.</translation>
    </message>
    <message>
      <source>{setting} is not set.</source>
      <translation>{setting} n’est pas défini.</translation>
    </message>
    <message>
      <source>{set} is not among the sets.</source>
      <translation>{set} ne fait pas partie des ensembles.</translation>
    </message>
    <message>
      <source>{sort} cannot be compared like this.</source>
      <translation>{sort} ne se compare pas ainsi.</translation>
    </message>
    <message>
      <source>{source} has no output {port}.</source>
      <translation>{source} n’a pas de sortie {port}.</translation>
    </message>
    <message>
      <source>{stage} is the success, so nothing can follow it.</source>
      <translation>{stage} est le succès : rien ne peut la suivre.</translation>
    </message>
    <message>
      <source>{stage} leads to {unknown}, which is no stage.</source>
      <translation>{stage} mène à {unknown}, qui n’est pas une étape.</translation>
    </message>
    <message>
      <source>{stage} may follow itself.</source>
      <translation>{stage} peut se suivre elle-même.</translation>
    </message>
    <message>
      <source>{stamp} was written while it was read.</source>
      <translation>{stamp} a été écrit pendant sa lecture.</translation>
    </message>
    <message>
      <source>{start} and {goal} are linked in several ways.</source>
      <translation>Il existe plusieurs liens entre {start} et {goal}.</translation>
    </message>
    <message>
      <source>{start} and {goal} are not linked.</source>
      <translation>Il n’existe aucun lien entre {start} et {goal}.</translation>
    </message>
    <message>
      <source>{statement} is not a table definition.</source>
      <translation>{statement} n’est pas une définition de table.</translation>
    </message>
    <message>
      <source>{subject} does not fit: {reason}</source>
      <translation>{subject} ne convient pas : {reason}</translation>
    </message>
    <message>
      <source>{subject} is missing.</source>
      <translation>{subject} manque.</translation>
    </message>
    <message>
      <source>{subject} is not {wanted}.</source>
      <translation>{subject} n’est pas {wanted}.</translation>
    </message>
    <message>
      <source>{table} cannot be targeted, because it has no primary key.</source>
      <translation>{table} ne peut pas être ciblée, car elle n’a pas de clé primaire.</translation>
    </message>
    <message>
      <source>{table} has no column {name}.</source>
      <translation>{table} n’a pas de colonne {name}.</translation>
    </message>
    <message>
      <source>{table} has no version column, so newer records cannot be told from older.</source>
      <translation>{table} n’a pas de colonne de version : on ne distingue pas les enregistrements récents des anciens.</translation>
    </message>
    <message>
      <source>{table} has two columns {name}.</source>
      <translation>{table} a deux colonnes {name}.</translation>
    </message>
    <message numerus="yes">
      <source>{table} has {n} column(s); {many_columns} keep it readable.</source>
      <translation>
        <numerusform>{table} a {n} colonne ; au-delà de {many_columns}, elle devient difficile à lire.</numerusform>
        <numerusform>{table} a {n} colonnes ; au-delà de {many_columns}, elle devient difficile à lire.</numerusform>
      </translation>
    </message>
    <message>
      <source>{table} holds no records, so nothing changed.</source>
      <translation>{table} ne contient aucun enregistrement : rien n’a changé.</translation>
    </message>
    <message numerus="yes">
      <source>{table} was updated and has {n} record(s).</source>
      <translation>
        <numerusform>{table} a été mise à jour et a {n} enregistrement.</numerusform>
        <numerusform>{table} a été mise à jour et a {n} enregistrements.</numerusform>
      </translation>
    </message>
    <message>
      <source>{target} is a {type} journey.</source>
      <translation>{target} est un parcours de type {type}.</translation>
    </message>
    <message>
      <source>{target} is not live.</source>
      <translation>{target} n’est pas actif.</translation>
    </message>
    <message>
      <source>{target} takes nobody any more: it is {status}.</source>
      <translation>{target} n’accepte plus personne : son état est {status}.</translation>
    </message>
    <message>
      <source>{text}</source>
      <translation>{text}</translation>
    </message>
    <message>
      <source>{text} is no day such as 12/24/25.</source>
      <translation>{text} n’est pas un jour tel que 12/24/25.</translation>
    </message>
    <message>
      <source>{text} is no time of the day.</source>
      <translation>{text} n’est pas une heure du jour.</translation>
    </message>
    <message>
      <source>{text} is not an instant.</source>
      <translation>{text} n’est pas un instant.</translation>
    </message>
    <message>
      <source>{text} {more}</source>
      <translation>{text} {more}</translation>
    </message>
    <message>
      <source>{text}: a decimal has 1 to 38 digits, and no more after the point than in all</source>
      <translation>{text} : un décimal a de 1 à 38 chiffres, et pas plus après la virgule qu’en tout</translation>
    </message>
    <message numerus="yes">
      <source>{times}, of which {n} (counts|count)</source>
      <translation>
        <numerusform>{times}, dont {n} compte</numerusform>
        <numerusform>{times}, dont {n} comptent</numerusform>
      </translation>
    </message>
    <message>
      <source>{title} has no setting {place}.</source>
      <translation>{title} n’a pas de réglage {place}.</translation>
    </message>
    <message>
      <source>{title} is here already, and the same.</source>
      <translation>{title} est déjà ici, identique.</translation>
    </message>
    <message>
      <source>{title} is here already, drawn differently.</source>
      <translation>{title} est déjà ici, dessiné autrement.</translation>
    </message>
    <message>
      <source>{title} is here already, with other logic.</source>
      <translation>{title} est déjà ici, avec une autre logique.</translation>
    </message>
    <message>
      <source>{title} is new here.</source>
      <translation>{title} est nouveau ici.</translation>
    </message>
    <message>
      <source>{token} does not continue the expression.</source>
      <translation>{token} ne peut pas suivre dans l’expression.</translation>
    </message>
    <message>
      <source>{token} has no meaning here.</source>
      <translation>{token} n’a pas de sens ici.</translation>
    </message>
    <message>
      <source>{token} is not an attribute.</source>
      <translation>{token} n’est pas un attribut.</translation>
    </message>
    <message>
      <source>{value} does not occur in {place} of {name} here.</source>
      <translation>{value} n’apparaît pas dans {place} de {name} ici.</translation>
    </message>
    <message>
      <source>{value} has a reserved character.</source>
      <translation>{value} contient un caractère réservé.</translation>
    </message>
    <message>
      <source>{value} in the bundle is no value for {name}.</source>
      <translation>{value} dans le lot n’est pas une valeur pour {name}.</translation>
    </message>
    <message>
      <source>{value} is neither true nor false.</source>
      <translation>{value} n’est ni vrai ni faux.</translation>
    </message>
    <message>
      <source>{value} is no number.</source>
      <translation>{value} n’est pas un nombre.</translation>
    </message>
    <message>
      <source>{value} is no weight of a band.</source>
      <translation>{value} n’est pas le poids d’une tranche.</translation>
    </message>
    <message>
      <source>{value} is not a date that can be compared.</source>
      <translation>{value} n’est pas une date que l’on puisse comparer.</translation>
    </message>
    <message>
      <source>{value} is not a number.</source>
      <translation>{value} n’est pas un nombre.</translation>
    </message>
    <message>
      <source>{value} is not a text.</source>
      <translation>{value} n’est pas un texte.</translation>
    </message>
    <message>
      <source>{value} is not a time of day.</source>
      <translation>{value} n’est pas une heure de la journée.</translation>
    </message>
    <message>
      <source>{version} of {table} is both key and version.</source>
      <translation>{version} de {table} est à la fois clé et version.</translation>
    </message>
    <message>
      <source>{waiting} waits for approval.</source>
      <translation>{waiting} attend une approbation.</translation>
    </message>
    <message>
      <source>{weight} is no weight of {kind}.</source>
      <translation>{weight} n’est pas un poids de {kind}.</translation>
    </message>
    <message>
      <source>{weight} is no weighting of a role.</source>
      <translation>{weight} n’est pas la pondération d’un rôle.</translation>
    </message>
    <message>
      <source>{what}, at {place}.</source>
      <translation>{what}, à l’endroit {place}.</translation>
    </message>
    <message>
      <source>{what}.</source>
      <translation>{what}.</translation>
    </message>
    <message>
      <source>{who} is at {node}, and leaves by {ports}.</source>
      <translation>{who} est à {node}, et en sort par {ports}.</translation>
    </message>
    <message>
      <source>{who} is not at {node}: it did not get past {lost_at}. {reason}</source>
      <translation>{who} n’est pas à {node} : il n’a pas dépassé {lost_at}. {reason}</translation>
    </message>
    <message>
      <source>{wished} is no choice for {key}.</source>
      <translation>{wished} n’est pas un choix pour {key}.</translation>
    </message>
    <message>
      <source>{word} is not expected here</source>
      <translation>{word} n’est pas attendu ici</translation>
    </message>
    <message>
      <source>{written} is not an instant.</source>
      <translation>{written} n’est pas un instant.</translation>
    </message>
  </context>
</TS>
