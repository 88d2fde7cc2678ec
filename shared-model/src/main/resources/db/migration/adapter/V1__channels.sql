-- Channel connections come with their own migrations; the schema's history starts here.
select 1;
